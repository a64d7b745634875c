#include "app/practice/camera/show.h"
#include "app/practice/commands/command_line.h"
#include "app/practice/commands/commands.h"

#include <QGuiApplication>

#include <optional>

namespace kmixr::practice {

namespace {

/// What one call of `camera show` asks for; exactly one of the first five.
struct Wish {
    std::string patient, text, otherPaper, damaged;
    bool none = false;
    int issue = 1;
    std::optional<double> degrees, tilt, distance;
};

Scene sceneOf(const Wish& wish) {
    Scene scene = nobody();
    if (!wish.patient.empty()) {
        scene = patientCard(wish.patient, wish.issue);
    } else if (!wish.text.empty()) {
        scene = cardWithText(wish.text);
    } else if (!wish.otherPaper.empty()) {
        scene = otherPaper(wish.otherPaper);
    } else if (!wish.damaged.empty()) {
        scene = damagedCard(wish.damaged, wish.issue);
    }
    scene.degrees = wish.degrees.value_or(scene.degrees);
    scene.tilt = wish.tilt.value_or(scene.tilt);
    scene.distance = wish.distance.value_or(scene.distance);
    return scene;
}

void addWish(CLI::App& show, Wish& wish) {
    CLI::Option_group* what = show.add_option_group("what", "What is held before the camera");
    what->add_option("--patient", wish.patient, "The card of a practice patient, K01 to K26");
    what->add_option("--text", wish.text, "A patient card with any text in its symbol");
    what->add_option("--url", wish.otherPaper, "Another paper whose QR code holds this text");
    what->add_option("--damaged", wish.damaged, "A patient's card whose check characters do not fit");
    what->add_flag("--none", wish.none, "Nothing");
    what->require_option(1);
    show.add_option("--issue", wish.issue, "Issue of the patient's card")->check(CLI::PositiveNumber);
    show.add_option("--degrees", wish.degrees, "Turn about the line of sight");
    show.add_option("--tilt", wish.tilt, "Lean away from the camera, degrees")->check(CLI::Range(-70.0, 70.0));
    show.add_option("--distance", wish.distance, "2: half as large")->check(CLI::Range(0.5, 8.0));
}

} // namespace

int cameraCommand(int argc, char** argv) {
    CLI::App app("The practice camera: what it sees, and what goes wrong with it.", "kmixr-practice camera");
    app.require_subcommand(1);
    std::filesystem::path world;
    Wish wish;
    CLI::App* show = app.add_subcommand("show", "Hold something before the camera");
    show->add_option("--world", world, "Folder of the practice world")->required()->check(CLI::ExistingDirectory);
    addWish(*show, wish);

    std::string fault;
    bool over = false;
    CLI::App* trouble = app.add_subcommand("fault", "Let something go wrong");
    trouble->add_option("--world", world, "Folder of the practice world")->required()->check(CLI::ExistingDirectory);
    trouble->add_option("what", fault, "busy, gone or stall")
        ->required()
        ->check(CLI::IsMember({"busy", "gone", "stall"}));
    trouble->add_flag("--over", over, "It is well again");
    CLI11_PARSE(app, argc, argv);

    if (*trouble) {
        const CameraFault kind = fault == "busy"   ? CameraFault::Busy
                                 : fault == "gone" ? CameraFault::Gone
                                                   : CameraFault::Stall;
        const auto set = setFault(world, kind, !over);
        return set ? 0 : failed(set.error());
    }
    qputenv("QT_QPA_PLATFORM", "offscreen"); // letters are painted on the cards; no window is opened
    const QGuiApplication letters(argc, argv);
    const auto shown = practice::show(world, sceneOf(wish));
    return shown ? 0 : failed(shown.error());
}

} // namespace kmixr::practice
