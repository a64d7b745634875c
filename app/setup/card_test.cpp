#include "app/setup/card_test.h"

#include "core/card/pcsc_context.h"
#include "core/card/problems.h"

#include <algorithm>
#include <chrono>
#include <type_traits>
#include <utility>

namespace kmixr::setup {
namespace {

using Steady = std::chrono::steady_clock;

class Run {
public:
    explicit Run(Day today) : today_(today) {}

    CardTestReport take() { return std::move(report_); }

    void findReader(const std::string& wanted) {
        auto context = step("service", [] { return card::PcscContext::establish(); });
        if (!context) {
            return;
        }
        const auto readers = step("reader", [&] {
            return context->readers().and_then(
                [&](std::vector<std::string> names) -> Outcome<std::vector<std::string>> {
                    const bool there =
                        wanted.empty() ? !names.empty() : std::ranges::find(names, wanted) != names.end();
                    report_.readers = names;
                    return there ? Outcome<std::vector<std::string>>(std::move(names)) : fail(card::problems::noReader);
                });
        });
        if (readers) {
            candidates_ = wanted.empty() ? *readers : std::vector{wanted};
        }
    }

    void openCard() {
        if (candidates_.empty()) {
            return;
        }
        auto opened = step("card", [&] {
            Outcome<card::CardSession> session = fail(card::problems::noCard);
            for (const std::string& reader : candidates_) {
                report_.reader = reader;
                session = card::CardSession::open(reader);
                if (!session && session.error().is(card::problems::myNumberCard)) {
                    session = card::CardSession::open(reader, card::CardUse::Patient);
                    report_.patientsCard = session.has_value();
                }
                if (session || !session.error().is(card::problems::noCard)) {
                    break;
                }
            }
            return session;
        });
        if (opened) {
            session_.emplace(std::move(*opened));
            report_.holder = session_->holder();
            report_.pinRule = session_->pinRule();
            report_.pinPad = session_->offersPinPad();
            report_.signature =
                session_->scheme() == card::SignatureScheme::RsaPkcs1Sha256 ? "rsa-pkcs1-sha256" : "ecdsa-p256-sha256";
            step("certificate", [&] { return card::checkValidity(session_->holder(), today_); });
        }
    }

    void usePin(std::optional<card::Pin> pin) {
        if (!session_) {
            return;
        }
        if (auto tries = step("tries", [&] { return session_->pinState(); })) {
            report_.tries = *tries;
        }
        const auto why = !pin                                             ? std::optional(problems::noPin)
                         : report_.tries && report_.tries->blocked        ? std::optional(card::problems::pinBlocked)
                         : report_.tries && report_.tries->triesLeft == 1 ? std::optional(problems::lastTry)
                                                                          : std::nullopt;
        if (why) {
            for (const char* name : {"pin", "signature", "vault"}) {
                const bool harmless = !pin && !(report_.tries && report_.tries->blocked);
                report_.steps.push_back({name, harmless, 0, Problem{std::string(why->text), {}, {}}, true});
            }
            return;
        }
        if (step("pin", [&] { return session_->verifyPin(std::move(*pin)); }) &&
            step("signature", [&] { return session_->sign(bytesOf("kmixr-card-test")); })) {
            const auto secret = step("vault", [&] { return session_->vaultSecret(bytesOf("kmixr-vault-card-test")); });
            report_.vaultMeans = session_->vaultMeans();
            if (!secret && secret.error().is(card::problems::noVaultMeans)) {
                report_.steps.back().good = true; // said, and no trouble: such a doctor works online
            }
        }
    }

    void countCommands() { report_.commands = session_ ? session_->exchanges() : 0; }

private:
    template <class Act>
    std::invoke_result_t<Act> step(const char* name, Act act) {
        const auto start = Steady::now();
        auto outcome = act();
        const double took = std::chrono::duration<double, std::milli>(Steady::now() - start).count();
        CardTestStep done{.name = name, .good = outcome.has_value(), .milliseconds = took, .problem = {}};
        if (!outcome) {
            done.problem = outcome.error();
        }
        report_.steps.push_back(std::move(done));
        return outcome;
    }

    Day today_;
    CardTestReport report_;
    std::vector<std::string> candidates_;
    std::optional<card::CardSession> session_;
};

} // namespace

bool CardTestReport::good() const {
    return !steps.empty() && std::ranges::all_of(steps, [](const CardTestStep& step) { return step.good; });
}

CardTestReport testCard(const std::string& wanted, std::optional<card::Pin> pin, Day today) {
    Run run(today);
    run.findReader(wanted);
    run.openCard();
    run.usePin(std::move(pin));
    run.countCommands();
    return run.take();
}

} // namespace kmixr::setup
