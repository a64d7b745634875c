#include "app/gateway/server/desk/answer_book.h"

#include "core/protocol/problems.h"

#include <algorithm>

namespace kmixr::server {

namespace {

namespace p = protocol::problems;

constexpr std::chrono::minutes lifetime{10};
constexpr std::size_t longestKey = 128;
constexpr std::size_t mostKept = 10'000;

bool isKey(const std::string& key) {
    return key.size() <= longestKey && std::ranges::all_of(key, [](char c) { return c > ' ' && c < '\x7f'; });
}

} // namespace

Answer AnswerBook::once(const std::string& scope, const Request& request, const std::function<Answer()>& work) {
    if (request.idempotencyKey.empty()) {
        return work();
    }
    if (!isKey(request.idempotencyKey)) {
        return problemAnswer(Problem{std::string(p::malformedRequest.text), "Idempotency-Key", {}});
    }
    const std::string name = scope + "\n" + request.idempotencyKey;
    const Sha256 body = sha256(request.body);
    {
        const std::lock_guard lock(mutex_);
        const Instant now = clock_.now();
        std::erase_if(kept_, [&](const auto& each) { return each.second.done && each.second.until <= now; });
        if (const auto found = kept_.find(name); found != kept_.end()) {
            if (found->second.body != body) {
                return problemAnswer(
                    Problem{std::string(p::malformedRequest.text), "Idempotency-Key used with another body", {}}, 422);
            }
            return found->second.done
                       ? found->second.answer
                       : problemAnswer(Problem{std::string(p::busy.text), "the first request is under way", {}});
        }
        if (kept_.size() >= mostKept) {
            return problemAnswer(Problem{std::string(p::busy.text), "too many kept answers", {}});
        }
        kept_[name] = {body, {}, false, now + lifetime};
    }
    Answer answer = work();
    const std::lock_guard lock(mutex_);
    if (answer.status >= 500) {
        kept_.erase(name);
    } else {
        kept_[name].answer = answer;
        kept_[name].done = true;
    }
    return answer;
}

} // namespace kmixr::server
