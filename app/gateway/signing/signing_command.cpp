#include "app/gateway/signing/signing_command.h"

#include "app/gateway/server/files.h"
#include "app/gateway/server/problems.h"
#include "core/common/data_folder.h"
#include "core/common/json.h"
#include "core/receipt/master_editions.h"

#include <algorithm>
#include <fstream>

namespace kmixr::gateway {

namespace {

constexpr std::size_t seedSize = 32;

int told(std::ostream& err, const Problem& problem) {
    err << problem.logLine() << "\n";
    return 1;
}

} // namespace

Outcome<SigningKey> readSigningKey(const std::filesystem::path& file) {
    if (!server::isPrivate(file)) {
        return fail(server::problems::fileUnreadable, "the key file is missing, or others may read it");
    }
    auto text = server::readFile(file, 2 * seedSize + 2);
    if (!text) {
        return fail(text.error());
    }
    auto seed = fromHex(std::string_view(*text).substr(0, 2 * seedSize));
    wipe(std::span<char>(*text));
    std::optional<SigningKey> key;
    if (seed) {
        key = SigningKey::fromSeed(SecretBytes(*seed));
        wipe(std::span<std::uint8_t>(*seed));
    }
    if (!key) {
        return fail(server::problems::fileUnreadable, "the key file does not hold 64 hex digits");
    }
    return std::move(*key);
}

int newKeyCommand(const NewKeyOptions& options, std::ostream& out, std::ostream& err) {
    const SigningKey key = SigningKey::generate();
    std::string hex = toHex(key.seed().bytes());
    const auto written = server::writePrivateFile(options.out, hex);
    wipe(std::span<char>(hex));
    if (!written) {
        return told(err, written.error());
    }
    TrustedKeys trusted;
    for (const std::string& purpose :
         options.purposes.empty() ? std::vector<std::string>{std::string(purpose::rules), std::string(purpose::masters)}
                                  : options.purposes) {
        trusted.trust(key.publicKey(), purpose);
    }
    out << trusted.toJson();
    return 0;
}

int signRulesCommand(const SignRulesOptions& options, std::ostream& out, std::ostream& err) {
    const auto key = readSigningKey(options.key);
    if (!key) {
        return told(err, key.error());
    }
    const auto files = jsonFilesOf(options.folder, server::problems::fileUnreadable);
    if (!files) {
        return told(err, files.error());
    }
    const auto pack =
        std::find_if(files->begin(), files->end(), [](const NamedText& file) { return file.name == "pack.json"; });
    const auto head = pack == files->end() ? fail(problems::jsonField, "pack.json") : parseJson(pack->text);
    const auto number = head ? jsonInteger(*head, "number") : fail(head.error());
    if (!number) {
        return told(err, number.error()); // laptops could not tell which edition is newer
    }
    std::ofstream stream(options.folder / folderSignatureFile, std::ios::binary | std::ios::trunc);
    stream << key->sign(purpose::rules, bytesToSign(*files)).toText() << "\n";
    stream.close();
    if (!stream) {
        return told(err, Problem{std::string(server::problems::fileUnreadable.text), folderSignatureFile, {}});
    }
    out << "edition " << *number << ": " << files->size() << " files signed with key " << key->keyId() << "\n";
    return 0;
}

int signMastersCommand(const SignMastersOptions& options, std::ostream& out, std::ostream& err) {
    const auto key = readSigningKey(options.key);
    if (!key) {
        return told(err, key.error());
    }
    auto file = receipt::MappedFile::open(options.table);
    if (!file) {
        return told(err, Problem{std::string(server::problems::fileUnreadable.text), "the table", {}});
    }
    const Signature signature = key->sign(purpose::masters, bytesOf(file->bytes()));
    const auto masters = receipt::Masters::read(std::move(*file)); // what was signed is what is judged
    if (!masters) {
        return told(err, masters.error());
    }
    std::ofstream stream(receipt::signatureFileOf(options.table), std::ios::binary | std::ios::trunc);
    stream << signature.toText() << "\n";
    stream.close();
    if (!stream) {
        return told(err, Problem{std::string(server::problems::fileUnreadable.text), "the signature", {}});
    }
    out << (*masters)->edition() << ", newest change " << (*masters)->issued() << ": signed with key " << key->keyId()
        << "\n";
    return 0;
}

int verifyMastersCommand(const SignMastersOptions& options, std::ostream& out, std::ostream& err) {
    const auto trusted = TrustedKeys::open(options.trusted);
    if (!trusted) {
        return told(err, trusted.error());
    }
    const auto masters = receipt::openDelivered(options.table, *trusted);
    if (!masters) {
        return told(err, masters.error());
    }
    out << (*masters)->edition() << ", newest change " << (*masters)->issued() << ": ";
    if (!options.installed.empty()) {
        const auto chosen = receipt::chooseMasters(options.installed, options.table, *trusted);
        if (!chosen || chosen->refused) {
            out << "not taken\n";
            return told(err, chosen ? *chosen->refused : chosen.error());
        }
        if (!chosen->delivered) {
            out << "installed already\n";
            return 0;
        }
    }
    out << "good\n";
    return 0;
}

} // namespace kmixr::gateway
