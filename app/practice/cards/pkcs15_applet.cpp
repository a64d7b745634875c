// A card of ISO/IEC 7816-15 (PKCS#15): EF.DIR, directory files, a folder of keys and certificates (cards.md §4, §5).
// With the profile "hpki-directory" the same application stands under the name of a HPKI card.
#include "app/practice/cards/applet.h"
#include "app/practice/cards/der.h"

#include <algorithm>
#include <array>
#include <map>

namespace kmixr::practice {
namespace {

const Bytes pkcs15Name{0xA0, 0x00, 0x00, 0x00, 0x63, 0x50, 0x4B, 0x43, 0x53, 0x2D, 0x31, 0x35};
const Bytes hpkiName{0xE8, 0x28, 0xBD, 0x08, 0x0F, 0xA0, 0x00, 0x00, 0x03, 0x91, 0x00, 0x00, 0x00, 0x00, 0x00, 0x02};
constexpr std::uint16_t masterFile = 0x3F00, folder = 0x5015, efDir = 0x2F00, efOd = 0x5031, tokenInfo = 0x5032,
                        pinList = 0x4400, keyList = 0x4401, certificateList = 0x4402, firstCertificate = 0x4331,
                        secondCertificate = 0x4332, firstKey = 0x4B01, secondKey = 0x4B02;
constexpr std::uint8_t pinReference = 0x81;
constexpr std::uint8_t storedPin = 12;
constexpr unsigned usageDecrypt = 1, usageSign = 2, usageDerive = 8, usageNonRepudiation = 9;

Bytes id(std::uint8_t value) {
    return der::object(0x04, {Bytes{value}});
}

/// Directory files are longer than what is in them.
Bytes filled(Bytes content) {
    constexpr std::size_t block = 128;
    content.resize((content.size() / block + 1) * block, 0x00);
    return content;
}

Bytes common(std::string_view label, std::optional<std::uint8_t> pin) {
    return pin ? der::object(0x30, {der::text(label), der::bits({0}), id(*pin)})
               : der::object(0x30, {der::text(label), der::bits({1})});
}

Bytes keyEntry(const CardKey& key, std::string_view label, std::uint8_t number, const Bytes& where, const Bytes& usage,
               std::uint8_t pin) {
    const Bytes bits = der::object(0x02, {Bytes{0x08, 0x00}});
    const Bytes type = key.isRsa() ? der::object(0x30, {where, bits}) : der::object(0x30, {where});
    return der::object(key.isRsa() ? 0x30 : 0xA0, {common(label, pin),
                                                   der::object(0x30, {id(static_cast<std::uint8_t>(0x44 + number)),
                                                                      usage, der::bits({0, 4}), der::number(number)}),
                                                   der::object(0xA1, {type})});
}

Bytes certificateEntry(std::string_view label, std::uint8_t number, const Bytes& where) {
    return der::object(0x30,
                       {common(label, std::nullopt), der::object(0x30, {id(static_cast<std::uint8_t>(0x44 + number))}),
                        der::object(0xA1, {der::object(0x30, {where})})});
}

/// pwdFlags: local, initialized, needs padding; with `unblocking` it is the other secret.
Bytes pinEntry(std::string_view label, std::uint8_t number, std::uint8_t reference, const Bytes& where,
               bool unblocking) {
    return der::object(
        0x30,
        {der::object(0x30, {der::text(label), der::bits({0, 1})}), der::object(0x30, {id(number)}),
         der::object(0xA1, {der::object(0x30, {unblocking ? der::bits({1, 4, 5, 6}) : der::bits({1, 4, 5}),
                                               der::object(0x0A, {Bytes{0x01}}), der::number(4), der::number(storedPin),
                                               der::number(storedPin), der::object(0x80, {Bytes{reference}}),
                                               der::object(0x04, {Bytes{0xFF}}), where})})});
}

class Pkcs15Applet final : public Applet {
public:
    explicit Pkcs15Applet(Chip& chip)
        : Applet(chip), asHpki_(chip.file.profile == "hpki-directory"), name_(asHpki_ ? hpkiName : pkcs15Name) {
        if (!asHpki_) {
            const Bytes place{0x3F, 0x00, 0x50, 0x15};
            files_[efDir] = filled(
                der::object(0x61, {der::object(0x4F, ByteView(name_)), der::object(0x50, bytesOf("KMIXR practice")),
                                   der::object(0x51, ByteView(place))}));
        }
        files_[efOd] =
            filled(join({der::object(0xA0, {der::path({keyList})}), der::object(0xA4, {place(certificateList)}),
                         der::object(0xA8, {der::path({pinList})})}));
        files_[tokenInfo] = der::object(0x30, {der::number(0), der::object(0x04, {Bytes{0x4B, 0x4D, 0x58, 0x31}}),
                                               der::text("KMIXR practice"), der::object(0x80, bytesOf("Practice card")),
                                               der::bits({1, 3})});
        // A key for legal signatures stands first, under a PIN of its own: nobody may sign in with it.
        Bytes keys =
            keyEntry(chip.key, "Legal signature", 9, place(0x4B09), der::bits({usageSign, usageNonRepudiation}), 9);
        Bytes certificates;
        append(keys, keyEntry(chip.key, "Authentication", 1, place(firstKey), der::bits({usageSign}), 1));
        append(certificates, certificateEntry("Authentication", 1, place(firstCertificate)));
        if (chip.vaultKey) {
            const Bytes usage = chip.vaultKey->isRsa() ? der::bits({usageDecrypt}) : der::bits({usageDerive});
            append(keys, keyEntry(*chip.vaultKey, "Key management", 2, place(secondKey), usage, 1));
            append(certificates, certificateEntry("Key management", 2, place(secondCertificate)));
        }
        files_[keyList] = filled(keys);
        files_[certificateList] = filled(certificates);
        const Bytes home = asHpki_ ? Bytes{} : der::path({masterFile, folder});
        files_[pinList] = filled(
            join({pinEntry("Unblocking PIN", 2, 0x82, home, true), pinEntry("PIN", 1, pinReference, home, false)}));
        files_[firstCertificate] = chip.file.faults.certificateCutAt ? chip.certificate : filled(chip.certificate);
        if (chip.vaultKey) {
            files_[secondCertificate] = filled(chip.vaultCertificate);
        }
    }

    void reset() override {
        inFolder_ = verified_ = false;
        selected_ = masterFile;
        named_ = nullptr;
    }

    Answer execute(const ReceivedCommand& command) override {
        if (command.cla != 0x00) {
            return statusOnly(0x6E00);
        }
        switch (command.ins) {
        case 0xA4:
            return select(command);
        case 0xB0:
            return files_.contains(selected_) ? readBinary(files_.at(selected_), command) : statusOnly(0x6986);
        case 0x20:
            return verifyPin(command);
        case 0x22:
            return nameKey(command);
        case 0x2A:
            return operate(command);
        case 0x86:
            return agree(command);
        default:
            return statusOnly(0x6D00);
        }
    }

private:
    static void append(Bytes& all, const Bytes& more) { all.insert(all.end(), more.begin(), more.end()); }
    static Bytes join(std::initializer_list<Bytes> parts) {
        Bytes all;
        for (const Bytes& part : parts) {
            append(all, part);
        }
        return all;
    }

    /// Absolute where there is a root above; a HPKI application knows its own files only.
    [[nodiscard]] Bytes place(std::uint16_t file) const {
        return asHpki_ ? der::path({file}) : der::path({masterFile, folder, file});
    }

    Answer select(const ReceivedCommand& command) {
        const ByteView name = command.data;
        switch (command.p1) {
        case 0x04:
            if (!sameBytes(name, name_)) {
                return statusOnly(0x6A82);
            }
            reset();
            inFolder_ = true;
            return selected(folder, command);
        case 0x00:
        case 0x01:
        case 0x02:
            return name.size() == 2 ? step(static_cast<std::uint16_t>(name[0] << 8 | name[1]), command)
                                    : statusOnly(name.empty() ? 0x6700 : 0x6A86);
        case 0x08:
            inFolder_ = false;
            return walk(name, command);
        case 0x09:
            return walk(name, command);
        default:
            return statusOnly(0x6A86);
        }
    }

    Answer walk(ByteView path, const ReceivedCommand& command) {
        Answer answer = statusOnly(0x6A82);
        for (; path.size() >= 2; path = path.subspan(2)) {
            answer = step(static_cast<std::uint16_t>(path[0] << 8 | path[1]), command);
            if (answer.status != 0x9000) {
                break;
            }
        }
        return answer;
    }

    Answer step(std::uint16_t file, const ReceivedCommand& command) {
        if (file == masterFile && !asHpki_) {
            inFolder_ = false;
        } else if (file == folder && !inFolder_ && !asHpki_) {
            inFolder_ = true;
        } else if (file == folder && inFolder_) {
            // selecting the folder from within itself
        } else if (!files_.contains(file) || (file == efDir) == inFolder_) {
            return statusOnly(0x6A82);
        }
        return selected(file, command);
    }

    Answer selected(std::uint16_t file, const ReceivedCommand& command) {
        selected_ = file;
        if (command.p2 == 0x0C || !command.expected) {
            return {};
        }
        const bool isFile = files_.contains(file);
        const std::size_t size = isFile ? files_.at(file).size() : 0;
        const Bytes length{static_cast<std::uint8_t>(size >> 8), static_cast<std::uint8_t>(size & 0xFF)};
        const Bytes fileId{static_cast<std::uint8_t>(file >> 8), static_cast<std::uint8_t>(file & 0xFF)};
        const Bytes kind{static_cast<std::uint8_t>(isFile ? 0x01 : 0x38)};
        return {der::object(0x6F, {der::object(0x80, ByteView(length)), der::object(0x82, ByteView(kind)),
                                   der::object(0x83, ByteView(fileId))}),
                0x9000};
    }

    Answer verifyPin(const ReceivedCommand& command) {
        if (!inFolder_ || command.p1 != 0 || command.p2 != pinReference) {
            return statusOnly(inFolder_ ? 0x6A88 : 0x6985);
        }
        if (!command.data.empty() && command.data.size() != storedPin) {
            return statusOnly(0x6700);
        }
        ByteView typed = command.data;
        while (!typed.empty() && typed.back() == 0xFF) {
            typed = typed.first(typed.size() - 1);
        }
        return verify(typed, verified_);
    }

    Answer nameKey(const ReceivedCommand& command) {
        named_ = nullptr;
        const auto reference = der::find(command.data, 0x84);
        const bool forUse = command.p2 == 0xB6 || command.p2 == 0xA4 || command.p2 == 0xB8;
        if (command.p1 != 0x41 || !forUse || !reference || reference->size() != 1) {
            return statusOnly(0x6A80);
        }
        if (reference->front() == 1) {
            named_ = &chip().key;
        } else if (reference->front() == 2 && chip().vaultKey) {
            named_ = &*chip().vaultKey;
        }
        namedFor_ = command.p2;
        return named_ == nullptr ? statusOnly(0x6A88) : Answer{};
    }

    Answer operate(const ReceivedCommand& command) const {
        if (named_ == nullptr) {
            return statusOnly(0x6985);
        }
        if (!verified_) {
            return statusOnly(0x6982);
        }
        if (command.p1p2() == 0x9E9A) {
            return named_ == &chip().key && namedFor_ == 0xB6 ? signAny(*named_, command.data) : statusOnly(0x6985);
        }
        if (command.p1p2() == 0x8086 && named_->isRsa() && named_ != &chip().key && command.data.size() > 1) {
            auto plain = named_->decipher(ByteView(command.data).subspan(1)); // after the padding indicator
            return plain ? Answer{std::move(*plain), 0x9000} : statusOnly(0x6A80);
        }
        return statusOnly(0x6A86);
    }

    Answer agree(const ReceivedCommand& command) const {
        const auto dynamic = der::find(command.data, 0x7C);
        const auto point = dynamic ? der::find(*dynamic, 0x85) : std::nullopt;
        if (named_ == nullptr || named_ == &chip().key || !point) {
            return statusOnly(0x6985);
        }
        if (!verified_) {
            return statusOnly(0x6982);
        }
        auto x = named_->agree(*point);
        return x ? Answer{std::move(*x), 0x9000} : statusOnly(0x6A80);
    }

    bool asHpki_;
    Bytes name_;
    std::map<std::uint16_t, Bytes> files_;
    bool inFolder_ = false, verified_ = false;
    std::uint16_t selected_ = masterFile;
    const CardKey* named_ = nullptr;
    std::uint8_t namedFor_ = 0;
};

} // namespace

std::unique_ptr<Applet> makePkcs15Applet(Chip& chip) {
    return std::make_unique<Pkcs15Applet>(chip);
}

} // namespace kmixr::practice
