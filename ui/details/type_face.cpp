#include "ui/details/type_face.h"

#include <QHash>
#include <QTextLayout>

#include <array>
#include <optional>

namespace kmixr::ui {
namespace {

constexpr qsizetype mostTexts = 8192; ///< then the measures start afresh: memory stays bounded

struct Measured {
    QFont font;
    QFontMetrics metrics{font};
    QHash<QString, int> widths;
    QHash<std::pair<QString, int>, QStringList> lines;
};

struct Cache {
    double factor = 0;
    std::array<std::optional<Measured>, 10> faces;
};

Cache& cache() {
    static Cache kept;
    return kept;
}

Measured& measured(Face face) {
    Cache& kept = cache();
    if (kept.factor != Metrics::factor()) {
        kept.faces = {};
        kept.factor = Metrics::factor();
    }
    auto& slot = kept.faces.at(static_cast<std::size_t>(face.step) * 2 + (face.bold ? 1 : 0));
    if (!slot) {
        const QFont font = Metrics::font(face.step, face.bold);
        slot = Measured{font, QFontMetrics{font}, {}, {}};
    }
    return *slot;
}

} // namespace

const QFont& TypeFace::font(Face face) {
    return measured(face).font;
}

const QFontMetrics& TypeFace::metrics(Face face) {
    return measured(face).metrics;
}

int TypeFace::width(Face face, const QString& text) {
    Measured& of = measured(face);
    if (const auto found = of.widths.constFind(text); found != of.widths.constEnd()) {
        return *found;
    }
    if (of.widths.size() >= mostTexts) {
        of.widths.clear();
    }
    return *of.widths.insert(text, of.metrics.horizontalAdvance(text));
}

QString TypeFace::unbroken(const QString& text) {
    constexpr qsizetype longestMaker = 10; // 「オーハラ」, 「フェルゼン」: torn apart they read as part of the name
    QString result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const qsizetype close = text[at] == u'「' ? text.indexOf(u'」', at) : -1;
        if (close < 0 || close - at > longestMaker) {
            result += text[at];
            continue;
        }
        for (; at < close; ++at) {
            result += text[at];
            result += wordJoiner;
        }
        result += text[close];
    }
    return result;
}

QStringList TypeFace::broken(Face face, const QString& text, int width) {
    if (width <= 0 || TypeFace::width(face, text) <= width)
        return {text};
    Measured& of = measured(face);
    const std::pair key{text, width};
    if (const auto found = of.lines.constFind(key); found != of.lines.constEnd())
        return *found;
    if (of.lines.size() >= mostTexts)
        of.lines.clear();
    const QString whole = unbroken(text);
    QTextLayout layout(whole, of.font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        lines << whole.mid(line.textStart(), line.textLength()).remove(wordJoiner).trimmed();
    }
    layout.endLayout();
    return *of.lines.insert(key, lines);
}

int TypeFace::lines(Face face, const QString& text, int width) {
    return static_cast<int>(broken(face, text, width).size());
}

int TypeFace::lineHeight(Face face) {
    return (font(face).pixelSize() * 5 + 3) / 4;
}

void TypeFace::forget() {
    cache().faces = {};
}

void Widest::add(const QString& text) {
    if (text.size() * TypeFace::font(face_).pixelSize() > px_)
        px_ = std::max(px_, TypeFace::width(face_, text));
}

} // namespace kmixr::ui
