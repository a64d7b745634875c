#include "tests/ui_pages/printed_texts.h"

#include "ui/sheet/sheet_page.h"

#include <QBuffer>
#include <QPaintEngine>
#include <QPdfWriter>

namespace kmixr::test {
namespace {

/// Draws nothing and keeps the words.
class WordKeeper : public QPaintEngine {
public:
    WordKeeper() : QPaintEngine(QPaintEngine::AllFeatures) {}
    bool begin(QPaintDevice*) override { return true; }
    bool end() override { return true; }
    void updateState(const QPaintEngineState&) override {}
    void drawPixmap(const QRectF&, const QPixmap&, const QRectF&) override {}
    void drawPolygon(const QPointF*, int, PolygonDrawMode) override {}
    [[nodiscard]] Type type() const override { return User; }
    void drawTextItem(const QPointF&, const QTextItem& item) override { pieces_ << item.text(); }
    [[nodiscard]] const QStringList& pieces() const { return pieces_; }

private:
    QStringList pieces_;
};

class ListeningPaper : public QPdfWriter {
public:
    explicit ListeningPaper(QIODevice* nowhere) : QPdfWriter(nowhere) {}
    [[nodiscard]] const QStringList& pieces() const { return keeper_.pieces(); }

protected:
    [[nodiscard]] QPaintEngine* paintEngine() const override { return &keeper_; }

private:
    mutable WordKeeper keeper_;
};

} // namespace

QStringList printedTexts(const std::shared_ptr<const history::History>& history) {
    ui::SheetPage page;
    page.setHistory(history);
    QBuffer nowhere;
    nowhere.open(QIODevice::WriteOnly);
    ListeningPaper paper(&nowhere);
    return page.printOn(paper) ? paper.pieces() : QStringList{};
}

} // namespace kmixr::test
