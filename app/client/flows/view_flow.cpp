#include "app/client/flows/view_flow.h"

#include "core/vault/problems.h"

#include <utility>

namespace kmixr::client {

/// One running download and what it brought so far.
struct ViewFlow::Fetch {
    std::unique_ptr<gateway::ReceiptDownload> download;
    std::vector<vault::ReceiptChange> changes;
    std::string cursor; ///< of the last whole delivery
};

namespace {

vault::ReceiptChange changeOf(const protocol::Delivery& delivery) {
    vault::Change change = vault::Change::Add;
    if (delivery.op == protocol::DeliveryOp::Replace) {
        change = vault::Change::Replace;
    } else if (delivery.op == protocol::DeliveryOp::Withdraw) {
        change = vault::Change::Withdraw;
    }
    return {change, delivery.receiptId, delivery.text};
}

std::shared_ptr<const history::History> deriveFrom(vault::HeldPatient held, const ViewFlow::Knowledge& knowledge,
                                                   Day today) {
    std::vector<history::ReceiptInput> inputs;
    inputs.reserve(held.receipts.size());
    for (auto& receipt : held.receipts) {
        inputs.push_back({std::move(receipt.id), std::move(receipt.text)});
    }
    return history::derive(std::move(inputs), *knowledge.masters, *knowledge.rules, today);
}

} // namespace

ViewFlow::ViewFlow(gateway::GatewayClient& gateway, Worker& vaultWorker, const Clock& clock, Knowledge knowledge,
                   QObject* parent)
    : QObject(parent), gateway_(gateway), vaultWorker_(vaultWorker), clock_(clock), knowledge_(std::move(knowledge)) {}

ViewFlow::~ViewFlow() = default;

template <class T, class Next>
void ViewFlow::follow(QFuture<Outcome<T>> future, Next next) {
    future.then(this, [this, run = run_, next = std::move(next)](Outcome<T> outcome) mutable {
        if (run == run_) {
            next(std::move(outcome));
        }
    });
}

void ViewFlow::setVault(std::shared_ptr<vault::Vault> vault) {
    close();
    vault_ = std::move(vault);
}

void ViewFlow::close() {
    ++run_;
    active_ = false;
    fetchedAnew_ = false;
    fetch_.reset();
    view_ = {};
    tokenHash_ = {};
}

void ViewFlow::begin(const qr::PatientCardToken& token, const Presenter& presenter) {
    protocol::ViewRequest request;
    request.basis = protocol::ViewBasis::QrCard;
    request.cardToken = token.text();
    open(std::move(request), presenter, token.hash());
}

void ViewFlow::begin(const protocol::CardProof& proof, const Presenter& presenter) {
    protocol::ViewRequest request;
    request.basis = protocol::ViewBasis::MyNumberCard;
    request.cardProof = proof;
    open(std::move(request), presenter, {});
}

void ViewFlow::open(protocol::ViewRequest request, const Presenter& presenter, const Sha256& tokenHash) {
    close();
    if (vault_ == nullptr) {
        return;
    }
    active_ = true;
    basis_ = request.basis;
    presenter_ = presenter;
    tokenHash_ = tokenHash;
    request.presentedBy = presenter.who;
    request.proxyRelation = presenter.relation.toStdString();
    request.proxyReason = presenter.reason.toStdString();
    follow(gateway_.openView(request), [this](Outcome<protocol::OpenedView> opened) {
        if (!opened) {
            refuse(opened.error());
            return;
        }
        view_ = std::move(*opened);
        emit opening(0, view_.receiptCount);
        // What is held of this very person may be painted before the delta is here: the gateway has just recorded the
        // consent and refused neither the card nor the person, and the vault writes it down before it gives anything.
        auto held = vaultWorker_.ask(
            [vault = vault_, key = view_.patientKey, why = consent()] { return vault->reopen(key, why); });
        follow(std::move(held), [this](Outcome<vault::HeldPatient> found) {
            if (!found && (found.error().is(vault::problems::notHeld) || found.error().is(vault::problems::damaged))) {
                fetch({});
                return;
            }
            if (!found) {
                refuse(found.error());
                return;
            }
            const std::string cursor = found->cursor;
            auto work = vaultWorker_.ask(
                [held = std::move(*found), knowledge = knowledge_,
                 today = clock_.today()]() mutable -> Outcome<std::shared_ptr<const history::History>> {
                    return deriveFrom(std::move(held), knowledge, today);
                });
            follow(std::move(work), [this](Outcome<std::shared_ptr<const history::History>> cached) {
                if (cached) {
                    emit shown({view_, basis_, presenter_, *cached}, false);
                }
            });
            fetch(cursor);
        });
    });
}

void ViewFlow::refuse(const Problem& problem) {
    close();
    emit refused(problem);
}

vault::ConsentRecord ViewFlow::consent() const {
    return {view_.viewId,
            protocol::wordOf(basis_),
            protocol::wordOf(presenter_.who),
            presenter_.relation.toStdString(),
            presenter_.reason.toStdString(),
            view_.openedAt};
}

void ViewFlow::fetch(const std::string& since) {
    fetch_ = std::make_unique<Fetch>();
    fetch_->cursor = since;
    fetch_->download = gateway_.fetchReceipts(view_.viewId, since);
    connect(fetch_->download.get(), &gateway::ReceiptDownload::arrived, this, &ViewFlow::arrived);
    connect(fetch_->download.get(), &gateway::ReceiptDownload::finished, this, &ViewFlow::keep);
}

void ViewFlow::resume() {
    if (active_ && fetch_ == nullptr && !view_.viewId.empty()) {
        auto held = vaultWorker_.ask([vault = vault_, key = view_.patientKey] { return vault->find(key); });
        follow(std::move(held),
               [this](Outcome<vault::HeldPatient> found) { fetch(found ? found->cursor : std::string{}); });
    }
}

void ViewFlow::arrived(const std::vector<protocol::Delivery>& deliveries) {
    for (const auto& delivery : deliveries) {
        fetch_->changes.push_back(changeOf(delivery));
        fetch_->cursor = delivery.cursor;
    }
    emit opening(static_cast<std::int64_t>(fetch_->changes.size()), view_.receiptCount);
}

void ViewFlow::keep(const Outcome<std::string>& cursor) {
    std::optional<Problem> trouble;
    if (cursor) {
        fetch_->cursor = *cursor;
    } else {
        trouble = cursor.error();
    }
    // The download is the sender of this signal: it is let go later, not under its own feet.
    auto done = std::shared_ptr<Fetch>(fetch_.release());
    done->download.release()->deleteLater();

    vault::PatientRecord patient{view_.patientKey,  view_.patient, view_.insurerNumber,
                                 view_.insurerName, tokenHash_,    view_.cardEnding};
    auto work = vaultWorker_.ask([vault = vault_, patient = std::move(patient), consent = consent(), done,
                                  knowledge = knowledge_, now = clock_.now(),
                                  today = clock_.today()]() -> Outcome<std::shared_ptr<const history::History>> {
        if (auto stored = vault->store(patient, consent, done->changes, done->cursor, now); !stored) {
            return fail(stored.error());
        }
        auto held = vault->find(patient.patientKey);
        if (!held) {
            return fail(held.error());
        }
        return deriveFrom(std::move(*held), knowledge, today);
    });
    follow(std::move(work), [this, trouble](Outcome<std::shared_ptr<const history::History>> derived) {
        if (!derived && derived.error().is(vault::problems::damaged) && !fetchedAnew_) {
            // The vault has set the unreadable file aside and is empty now: what a delta brought is not everything.
            fetchedAnew_ = true;
            fetch({});
            return;
        }
        if (!derived) {
            refuse(derived.error()); // without the record of consent nothing may be shown: the view ends
            return;
        }
        emit shown({view_, basis_, presenter_, *derived}, !trouble);
        if (trouble) {
            emit incomplete(*trouble);
        }
    });
}

} // namespace kmixr::client
