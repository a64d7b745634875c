#include "tests/core_card/scripted_pcsc.h"

#include <winscard.h>

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <set>

namespace kmixr::testing {
namespace {

using Steady = std::chrono::steady_clock;

struct Reader {
    std::shared_ptr<ScriptedCard> card;
    unsigned long counter = 0;
    bool exclusive = false;
    bool t0 = false;
    std::optional<Steady::time_point> heldUntil;
    pcsc::Driver driver;
};

struct Connection {
    std::string reader;
    unsigned long counter = 0; ///< of the reader when connected: another value means that the card left
};

struct Service {
    std::mutex mutex;
    std::condition_variable news;
    bool running = true;
    std::map<std::string, Reader> readers;
    std::set<long> contexts, cancelled;
    std::map<long, Connection> connections;
    std::map<std::string, int> calls;
    std::map<std::string, LONG> failures;
    std::vector<unsigned long> dispositions;
    long nextHandle = 1000;
};

Service& service() {
    static Service instance;
    return instance;
}

using Lock = std::unique_lock<std::mutex>;

/// Counts the call; the code it must fail with, if the test said so.
std::optional<LONG> begin(const char* function) {
    ++service().calls[function];
    const auto wish = service().failures.find(function);
    if (wish == service().failures.end()) {
        return std::nullopt;
    }
    const LONG code = wish->second;
    service().failures.erase(wish);
    return code;
}

unsigned long stateOf(const std::string& name) {
    if (name == "\\\\?PnP?\\Notification") {
        return static_cast<unsigned long>(service().readers.size()) << 16;
    }
    const auto found = service().readers.find(name);
    if (found == service().readers.end()) {
        return SCARD_STATE_UNKNOWN;
    }
    const Reader& reader = found->second;
    unsigned long state = reader.card ? SCARD_STATE_PRESENT : SCARD_STATE_EMPTY;
    if (reader.exclusive) {
        state |= SCARD_STATE_EXCLUSIVE | SCARD_STATE_INUSE;
    }
    return state | reader.counter << 16;
}

} // namespace

Bytes Script::answer(ByteView command) {
    ++step_;
    const std::string came = toHex(command);
    if (rest_.empty() || rest_.front().command != came) {
        if (surprise_.empty()) {
            surprise_ = "step " + std::to_string(step_) + ": expected " +
                        (rest_.empty() ? "the end" : rest_.front().command) + ", came " + came;
        }
        return {0x6F, 0x00};
    }
    const auto answer = fromHex(rest_.front().answer);
    rest_.pop_front();
    return answer.value_or(Bytes{0x6F, 0x01});
}

namespace pcsc {

void reset() {
    const Lock lock(service().mutex);
    service().running = true;
    service().readers.clear();
    service().contexts.clear();
    service().cancelled.clear();
    service().connections.clear();
    service().calls.clear();
    service().failures.clear();
    service().dispositions.clear();
    service().news.notify_all();
}

void stopService() {
    const Lock lock(service().mutex);
    service().running = false;
    service().contexts.clear();
    service().connections.clear();
    service().news.notify_all();
}

void restartService() {
    const Lock lock(service().mutex);
    service().running = true;
    service().contexts.clear();
    service().connections.clear();
    for (auto& [name, reader] : service().readers) {
        reader.counter = 0;
        reader.exclusive = false;
    }
    service().news.notify_all();
}

void plugReader(const std::string& name) {
    const Lock lock(service().mutex);
    service().readers[name];
    service().news.notify_all();
}

void unplugReader(const std::string& name) {
    const Lock lock(service().mutex);
    service().readers.erase(name);
    service().news.notify_all();
}

void insert(const std::string& reader, std::shared_ptr<ScriptedCard> card) {
    const Lock lock(service().mutex);
    service().readers[reader].card = std::move(card);
    ++service().readers[reader].counter;
    service().news.notify_all();
}

void remove(const std::string& reader) {
    insert(reader, nullptr);
}

void swap(const std::string& reader, std::shared_ptr<ScriptedCard> card) {
    const Lock lock(service().mutex);
    service().readers[reader].card = std::move(card);
    service().readers[reader].counter += 2;
    service().news.notify_all();
}

void failNext(const std::string& function, long code) {
    const Lock lock(service().mutex);
    service().failures[function] = code;
}

void holdByOther(const std::string& reader, std::optional<std::chrono::milliseconds> forTime) {
    const Lock lock(service().mutex);
    service().readers[reader].heldUntil = forTime ? Steady::now() + *forTime : Steady::time_point::max();
}

void useProtocolT0(const std::string& reader) {
    const Lock lock(service().mutex);
    service().readers[reader].t0 = true;
}

void installDriver(const std::string& reader, Driver driver) {
    const Lock lock(service().mutex);
    service().readers[reader].driver = std::move(driver);
}

int calls(const std::string& function) {
    const Lock lock(service().mutex);
    return service().calls[function];
}

std::vector<unsigned long> dispositions() {
    const Lock lock(service().mutex);
    return service().dispositions;
}

int openContexts() {
    const Lock lock(service().mutex);
    return static_cast<int>(service().contexts.size());
}

int openConnections() {
    const Lock lock(service().mutex);
    return static_cast<int>(service().connections.size());
}

} // namespace pcsc
} // namespace kmixr::testing

using kmixr::testing::begin;
using kmixr::testing::Lock;
using kmixr::testing::service;
using kmixr::testing::Steady;

extern "C" {

LONG SCardEstablishContext(DWORD /*scope*/, LPCVOID /*reserved1*/, LPCVOID /*reserved2*/, LPSCARDCONTEXT context) {
    const Lock lock(service().mutex);
    if (const auto code = begin("SCardEstablishContext")) {
        return *code;
    }
    if (!service().running) {
        return SCARD_E_NO_SERVICE;
    }
    *context = service().nextHandle++;
    service().contexts.insert(*context);
    return SCARD_S_SUCCESS;
}

LONG SCardReleaseContext(SCARDCONTEXT context) {
    const Lock lock(service().mutex);
    begin("SCardReleaseContext");
    return service().contexts.erase(context) == 1 ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
}

LONG SCardListReaders(SCARDCONTEXT context, LPCSTR /*groups*/, LPSTR names, LPDWORD size) {
    const Lock lock(service().mutex);
    if (const auto code = begin("SCardListReaders")) {
        return *code;
    }
    if (!service().running) {
        return SCARD_E_NO_SERVICE;
    }
    if (!service().contexts.contains(context)) {
        return SCARD_E_INVALID_HANDLE;
    }
    std::string list;
    for (const auto& [name, reader] : service().readers) {
        list += name + '\0';
    }
    list += '\0';
    if (service().readers.empty()) {
        return SCARD_E_NO_READERS_AVAILABLE;
    }
    if (*size < list.size()) {
        *size = list.size();
        return SCARD_E_INSUFFICIENT_BUFFER;
    }
    std::memcpy(names, list.data(), list.size());
    *size = list.size();
    return SCARD_S_SUCCESS;
}

LONG SCardGetStatusChange(SCARDCONTEXT context, DWORD timeout, SCARD_READERSTATE* states, DWORD count) {
    Lock lock(service().mutex);
    if (const auto code = begin("SCardGetStatusChange")) {
        return *code;
    }
    service().cancelled.erase(context);
    const auto deadline = Steady::now() + std::chrono::milliseconds(timeout);
    for (bool late = false;; late = Steady::now() >= deadline) {
        if (!service().running) {
            return SCARD_F_COMM_ERROR; // what a client sees when the daemon dies during the call
        }
        if (!service().contexts.contains(context)) {
            return SCARD_E_INVALID_HANDLE;
        }
        bool changed = false;
        for (DWORD i = 0; i < count; ++i) {
            const auto state = kmixr::testing::stateOf(states[i].szReader);
            if ((state & SCARD_STATE_UNKNOWN) != 0) {
                return SCARD_E_UNKNOWN_READER;
            }
            states[i].dwEventState = state;
            if (state != states[i].dwCurrentState) {
                states[i].dwEventState |= SCARD_STATE_CHANGED;
                changed = true;
            }
        }
        if (changed) {
            return SCARD_S_SUCCESS;
        }
        if (service().cancelled.erase(context) == 1) {
            return SCARD_E_CANCELLED;
        }
        if (late) {
            return SCARD_E_TIMEOUT;
        }
        service().news.wait_until(lock, deadline);
    }
}

LONG SCardCancel(SCARDCONTEXT context) {
    const Lock lock(service().mutex);
    begin("SCardCancel");
    service().cancelled.insert(context);
    service().news.notify_all();
    return SCARD_S_SUCCESS;
}

LONG SCardConnect(SCARDCONTEXT context, LPCSTR name, DWORD share, DWORD protocols, LPSCARDHANDLE handle,
                  LPDWORD protocol) {
    const Lock lock(service().mutex);
    if (const auto code = begin("SCardConnect")) {
        return *code;
    }
    if (!service().running) {
        return SCARD_E_NO_SERVICE;
    }
    if (!service().contexts.contains(context)) {
        return SCARD_E_INVALID_HANDLE;
    }
    const auto found = service().readers.find(name);
    if (found == service().readers.end()) {
        return SCARD_E_UNKNOWN_READER;
    }
    auto& reader = found->second;
    if (!reader.card) {
        return SCARD_E_NO_SMARTCARD;
    }
    if (reader.exclusive || (reader.heldUntil && Steady::now() < *reader.heldUntil)) {
        return SCARD_E_SHARING_VIOLATION;
    }
    const DWORD chosen = reader.t0 ? SCARD_PROTOCOL_T0 : SCARD_PROTOCOL_T1;
    if ((protocols & chosen) == 0) {
        return SCARD_E_PROTO_MISMATCH;
    }
    reader.exclusive = share == SCARD_SHARE_EXCLUSIVE;
    *protocol = chosen;
    *handle = service().nextHandle++;
    service().connections[*handle] = {name, reader.counter};
    service().news.notify_all();
    return SCARD_S_SUCCESS;
}

LONG SCardStatus(SCARDHANDLE handle, LPSTR /*name*/, LPDWORD /*nameSize*/, LPDWORD /*state*/, LPDWORD /*protocol*/,
                 LPBYTE atr, LPDWORD atrSize) {
    const Lock lock(service().mutex);
    if (const auto code = begin("SCardStatus")) {
        return *code;
    }
    const auto found = service().connections.find(handle);
    if (found == service().connections.end()) {
        return SCARD_E_INVALID_HANDLE;
    }
    const auto& card = service().readers[found->second.reader].card;
    const auto told = card ? card->answerToReset() : kmixr::Bytes{};
    if (told.size() > *atrSize) {
        return SCARD_E_INSUFFICIENT_BUFFER;
    }
    std::ranges::copy(told, atr);
    *atrSize = told.size();
    return SCARD_S_SUCCESS;
}

LONG SCardControl(SCARDHANDLE handle, DWORD controlCode, LPCVOID sent, DWORD sentSize, LPVOID received,
                  DWORD receivedSize, LPDWORD returned) {
    const Lock lock(service().mutex);
    *returned = 0;
    if (const auto code = begin("SCardControl")) {
        return *code;
    }
    const auto found = service().connections.find(handle);
    if (found == service().connections.end()) {
        return SCARD_E_INVALID_HANDLE;
    }
    auto& reader = service().readers[found->second.reader];
    if (!reader.card || reader.counter != found->second.counter) {
        return SCARD_W_REMOVED_CARD;
    }
    if (!reader.driver) {
        return SCARD_E_UNSUPPORTED_FEATURE;
    }
    kmixr::Bytes answer;
    const LONG code =
        reader.driver(controlCode, {static_cast<const std::uint8_t*>(sent), sentSize}, *reader.card, answer);
    if (answer.size() > receivedSize) {
        return SCARD_E_INSUFFICIENT_BUFFER;
    }
    std::ranges::copy(answer, static_cast<std::uint8_t*>(received));
    *returned = answer.size();
    return code;
}

LONG SCardBeginTransaction(SCARDHANDLE handle) {
    const Lock lock(service().mutex);
    if (const auto code = begin("SCardBeginTransaction")) {
        return *code;
    }
    return service().connections.contains(handle) ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
}

LONG SCardEndTransaction(SCARDHANDLE handle, DWORD /*disposition*/) {
    const Lock lock(service().mutex);
    begin("SCardEndTransaction");
    return service().connections.contains(handle) ? SCARD_S_SUCCESS : SCARD_E_INVALID_HANDLE;
}

LONG SCardDisconnect(SCARDHANDLE handle, DWORD disposition) {
    const Lock lock(service().mutex);
    begin("SCardDisconnect");
    const auto found = service().connections.find(handle);
    if (found == service().connections.end()) {
        return SCARD_E_INVALID_HANDLE;
    }
    service().dispositions.push_back(disposition);
    auto& reader = service().readers[found->second.reader];
    reader.exclusive = false;
    if (reader.card && disposition == SCARD_RESET_CARD) {
        reader.card->reset();
    }
    service().connections.erase(found);
    service().news.notify_all();
    return SCARD_S_SUCCESS;
}

LONG SCardTransmit(SCARDHANDLE handle, const SCARD_IO_REQUEST* header, LPCBYTE command, DWORD commandSize,
                   SCARD_IO_REQUEST* /*answerHeader*/, LPBYTE answer, LPDWORD answerSize) {
    Lock lock(service().mutex);
    if (const auto code = begin("SCardTransmit")) {
        return *code;
    }
    if (!service().running) {
        return SCARD_E_NO_SERVICE;
    }
    const auto found = service().connections.find(handle);
    if (found == service().connections.end()) {
        return SCARD_E_INVALID_HANDLE;
    }
    auto& reader = service().readers[found->second.reader];
    if (!reader.card || reader.counter != found->second.counter) {
        return SCARD_W_REMOVED_CARD;
    }
    if (header->dwProtocol != (reader.t0 ? SCARD_PROTOCOL_T0 : SCARD_PROTOCOL_T1)) {
        return SCARD_E_PROTO_MISMATCH;
    }
    const auto card = reader.card;
    lock.unlock(); // a card may pull itself out while it answers
    const kmixr::Bytes reply = card->answer({command, commandSize});
    lock.lock();
    if (reply.size() > *answerSize) {
        *answerSize = reply.size();
        return SCARD_E_INSUFFICIENT_BUFFER;
    }
    std::ranges::copy(reply, answer);
    *answerSize = reply.size();
    return SCARD_S_SUCCESS;
}

} // extern "C"
