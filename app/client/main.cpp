// Start: settings, tables, network, vault, window; then the wiring, and the program lives by events.
#include "app/client/settings.h"
#include "app/client/wiring.h"
#include "core/history/rule_editions.h"
#include "core/receipt/master_editions.h"
#include "core/vault/vault.h"
#include "ui/problems/start_problem.h"
#include "ui/theme/roles.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QLocale>
#include <QSocketNotifier>
#include <QTranslator>

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <memory>

namespace {

using namespace kmixr;

/// No memory of ours on a disk: no core dump, no debugger of another user (DESIGN §4).
void keepMemoryPrivate() {
    const rlimit none{0, 0};
    static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
    static_cast<void>(::prctl(PR_SET_DUMPABLE, 0));
}

/// A polite end (logout, service stop) ends the event loop, so that the vault is closed and the card released.
class EndsOnSignal {
public:
    EndsOnSignal() {
        if (::pipe2(ends_, O_CLOEXEC | O_NONBLOCK) != 0) {
            return;
        }
        notifier_ = std::make_unique<QSocketNotifier>(ends_[0], QSocketNotifier::Read);
        QObject::connect(notifier_.get(), &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
        struct sigaction action = {};
        action.sa_handler = [](int) {
            const char byte = 0;
            static_cast<void>(!::write(ends_[1], &byte, 1)); // all that a signal handler may do here
        };
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
            ::sigaction(signal, &action, nullptr);
        }
    }

private:
    static inline int ends_[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> notifier_;
};

int startProblem(const Problem& problem) {
    std::fprintf(stderr, "kmixr-client: %s\n", problem.logLine().c_str());
    ui::showStartProblem(problem);
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    keepMemoryPrivate();
    // Measured: the other back end loses frames and crashes (platform notes §3).
    if (qEnvironmentVariableIsEmpty("QT_MEDIA_BACKEND")) {
        qputenv("QT_MEDIA_BACKEND", "ffmpeg");
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("K-MIX R BASIC"));
    QApplication::setApplicationVersion(QStringLiteral(KMIXR_VERSION));

    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral("K-MIX R BASIC client"));
    options.addHelpOption();
    options.addVersionOption();
    const QCommandLineOption config(QStringLiteral("config"), QStringLiteral("Settings of this laptop."),
                                    QStringLiteral("file"), QStringLiteral("/etc/kmixr/client.json"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("ja (default) or en."),
                                      QStringLiteral("code"), QStringLiteral("ja"));
    options.addOptions({config, language});
    options.process(application);

    const bool japanese = options.value(language) != QLatin1String("en");
    QLocale::setDefault(japanese ? QLocale(QLocale::Japanese, QLocale::Japan)
                                 : QLocale(QLocale::English, QLocale::Japan));
    QTranslator words;
    QTranslator qtWords;
    if (japanese) {
        if (words.load(QStringLiteral(":/i18n/kmixr_ja.qm"))) {
            QApplication::installTranslator(&words);
        }
        if (qtWords.load(QStringLiteral("qtbase_ja"), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) {
            QApplication::installTranslator(&qtWords);
        }
    }
    ui::applyTheme(ui::Theme::Light);

    if (const auto encrypting = vault::assertEncrypting(); !encrypting) {
        return startProblem(encrypting.error());
    }
    const auto settings = client::Settings::read(options.value(config).toStdString());
    if (!settings) {
        return startProblem(settings.error());
    }
    auto secret = client::deviceSecret(settings->dataFolder);
    if (!secret) {
        return startProblem(secret.error());
    }
    std::optional<Problem> notice; // the program works, but not with all that was delivered
    const auto trusted = client::trustedKeys(*settings, notice);
    const auto masters = receipt::chooseMasters(settings->mastersFile, settings->deliveredMasters(), trusted);
    if (!masters) {
        return startProblem(masters.error());
    }
    const auto rules = history::chooseRules(settings->rulesFolder, settings->deliveredRules(), trusted);
    if (!rules) {
        return startProblem(rules.error());
    }
    for (const auto& refused : {masters->refused, rules->refused}) {
        notice = notice ? notice : refused;
    }
    const auto gateway = gateway::GatewayClient::open(settings->gateway);
    if (!gateway) {
        return startProblem(gateway.error());
    }

    const SystemClock clock;
    client::Worker vaultWorker;
    client::CardDesk desk(settings->pinPad ? client::PinPads::WhereOffered : client::PinPads::Ignored);
    client::SignInFlow signIn(desk, **gateway, vaultWorker, clock,
                              {settings->dataFolder, std::make_shared<const SecretBytes>(std::move(*secret))});
    client::ViewFlow view(**gateway, vaultWorker, clock, {masters->masters, rules->rules});
    client::ScanDesk scan;
    client::IdleLock idle;
    ui::MainWindow window({settings->practice, settings->institutionName, settings->terminalName});
    client::PatientCardFlow patientCard(desk, signIn, **gateway, clock);
    const client::Wiring wiring({window, signIn, view, patientCard, scan, idle, **gateway});
    const EndsOnSignal polite;
    if (notice) {
        std::fprintf(stderr, "kmixr-client: %s\n", notice->logLine().c_str());
        window.showNotice(*notice);
    }
    window.show();
    return QApplication::exec();
}
