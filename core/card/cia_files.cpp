#include "core/card/cia_files.h"

#include "core/card/card_file.h"
#include "core/card/problems.h"

#include <algorithm>

namespace kmixr::card {
namespace {

CommandApdu selectCommand(std::uint8_t p1, ByteView name, bool withReply) {
    CommandApdu command{.ins = 0xA4, .p1 = p1, .p2 = 0x0C, .data = {name.begin(), name.end()}};
    if (withReply) {
        command.p2 = 0x00;
        command.expected = CommandApdu::shortReply;
    }
    return command;
}

/// The card knows the file's name but not this way of asking for it.
bool otherWay(StatusWord word) {
    return word == sw::wrongParameters || word == sw::functionUnsupported || word == sw::wrongLength ||
           word == sw::wrongData || word == sw::instructionUnsupported;
}

} // namespace

Outcome<bool> CiaFiles::selectApplication() {
    elsewhere_ = false;
    selected_.reset();
    if (!aid_.empty()) {
        return card::selectApplication(*channel_, aid_);
    }
    return selectPath(*folder_).map([this](StatusWord word) {
        elsewhere_ = false;
        return word == sw::done;
    });
}

Outcome<StatusWord> CiaFiles::send(std::uint8_t p1, ByteView name) {
    auto answer = channel_->send(selectCommand(p1, name, wantsReply_));
    if (answer && !wantsReply_ && otherWay(answer->status)) {
        answer = channel_->send(selectCommand(p1, name, true));
        wantsReply_ = answer && answer->done();
    }
    return answer.map([](const ResponseApdu& reply) { return reply.status; });
}

Outcome<StatusWord> CiaFiles::selectStep(std::uint8_t p1, std::uint8_t otherP1, ByteView name) {
    auto word = send(p1, name);
    if (word && otherWay(*word) && p1 != otherP1) {
        word = send(otherP1, name);
    }
    return word;
}

/// For cards that do not know paths: one folder after the other.
Outcome<StatusWord> CiaFiles::selectEachStep(ByteView path) {
    StatusWord word = sw::done;
    for (; path.size() >= 2 && word == sw::done; path = path.subspan(2)) {
        const auto selected = selectStep(0x00, 0x01, path.first(2));
        if (!selected) {
            return fail(selected.error());
        }
        word = *selected;
    }
    return word;
}

Outcome<StatusWord> CiaFiles::selectPath(const cia::Path& path) {
    const ByteView file = path.file;
    const bool absolute = cia::isAbsolute(path);
    elsewhere_ = elsewhere_ || absolute || file.size() > 2;
    if (file.size() == 2) {
        return absolute ? selectStep(0x00, 0x00, file) : selectStep(0x02, 0x00, file);
    }
    const auto word = absolute ? send(0x08, file.subspan(2)) : send(0x09, file);
    return word && (otherWay(*word) || *word == sw::fileNotFound) ? selectEachStep(file) : word;
}

bool CiaFiles::startsAtHome(ByteView path) const {
    return !elsewhere_ && folder_ && cia::isAbsolute(*folder_) && path.size() >= folder_->file.size() &&
           std::ranges::equal(path.first(folder_->file.size()), folder_->file);
}

Outcome<void> CiaFiles::select(const cia::Path& path) {
    if (selected_ == path) {
        return {};
    }
    // An absolute path to a file of this folder is that file's name: nothing has to be selected anew behind it.
    if (startsAtHome(path.file) && path.file.size() <= folder_->file.size() + 2) {
        cia::Path within = path;
        within.file.erase(within.file.begin(), within.file.begin() + static_cast<std::ptrdiff_t>(folder_->file.size()));
        if (within.file.empty()) {
            return {};
        }
        if (auto word = selectPath(within); !word || *word == sw::done) {
            selected_ = path;
            return word.map([](StatusWord) {});
        }
    }
    const bool needsFolder = !cia::isAbsolute(path) && elsewhere_;
    if (needsFolder && !(keepsPin_ && !aid_.empty())) {
        if (auto back = selectApplication(); !back) {
            return fail(std::move(back.error()));
        }
    }
    selected_.reset();
    const auto word = selectPath(path);
    if (!word) {
        return fail(word.error());
    }
    if (*word != sw::done) {
        return failStatus(*word, "select by path");
    }
    selected_ = path;
    return {};
}

Outcome<Bytes> CiaFiles::readRow(const cia::Path& path) {
    return select(path).and_then([this] { return readSelectedRow(*channel_); }).map([&](Bytes content) {
        // Index and length cut a piece out of the file.
        const std::size_t from = std::min(path.index, content.size());
        const std::size_t size = std::min(path.length.value_or(content.size()), content.size() - from);
        return Bytes(content.begin() + static_cast<std::ptrdiff_t>(from),
                     content.begin() + static_cast<std::ptrdiff_t>(from + size));
    });
}

Outcome<Bytes> CiaFiles::readCertificate(const cia::Path& path, const KnownCards& known, Expect expect) {
    return select(path).and_then([&] { return readSelectedObject(*channel_, known, path.index, expect); });
}

} // namespace kmixr::card
