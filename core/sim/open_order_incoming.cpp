#include <algorithm>
#include <utility>

#include "core/sim/open_machine.h"
#include "core/sim/open_order.h"

// What comes to an agent from others: messages, the news that a worker has ended.
namespace loopscope::sim {

namespace {

// Requests are told by numbers of their own among the places of channels.
constexpr uint64_t kRequestPlaces = 1ULL << 16;

// Those of ports are small, and those of the ends of workers less.
constexpr uint64_t kStopChannels = 1ULL << 33;

OpenChannel stop_channel(AgentId worker) {
  return {kStopChannels + worker.value, 0, false};
}

}  // namespace

// It may arrive as late as the machine keeps the sender from sending and itself from arriving.
size_t OpenOrder::send(uint64_t channel, std::string what, VirtualTime now, bool closes) {
  step();
  if (m_agent.value >= kMostAgents)
    m_machine.note_gap("there are more than " + std::to_string(kMostAgents) + " threads");
  Sent sent;
  sent.channel = channel;
  sent.sender = m_agent;
  sent.what = std::move(what);
  sent.closes = closes;
  sent.past = m_past;
  if (m_last_reading) {
    const int64_t work_ms = std::max<int64_t>(work_since_reading(now).ms(), 0);
    sent.begun = LoopTime{log().readings[*m_last_reading].ms + work_ms, *m_last_reading};
    sent.pauses_ms = 2 * m_machine.pause_ms() + work_ms * kSlower;
  }
  log().sent.push_back(std::move(sent));
  return log().sent.size() - 1;
}

void OpenOrder::send_stop(OpenOrder& worker, const std::string& by, VirtualTime now) {
  if (worker.m_stop) return;
  const OpenChannel channel = stop_channel(worker.m_agent);
  worker.m_stop = {channel, send(channel.channel, "the stop by " + by, now), false};
}

// Before all else, as V8 is told at once.
void OpenOrder::add_stop(Inbox& inbox) const {
  if (!m_is_worker) return;
  inbox.channels.push_back(stop_channel(m_agent));
  if (m_stop) inbox.there.push_back(*m_stop);
}

bool OpenOrder::is_given_more() const {
  return m_machine.is_given_more(m_agent);
}

void OpenOrder::note_stop_in_between() {
  if (m_stop) learn(log().sent[m_stop->sent].past);
  note_gap("a worker that is terminated while it computes is stopped in one place only");
}

void OpenOrder::end_after(const OpenOrder& parent) {
  m_ended_by_parent = true;
  learn_from(parent);
}

bool OpenOrder::is_certain(const Incoming& incoming) const {
  const Sent& sent = log().sent[incoming.sent];
  return steps_of(m_past, sent.sender) >= steps_of(sent.past, sent.sender);
}

OpenOrder::Readiness OpenOrder::readiness(const Inbox& inbox) const {
  const std::optional<uint64_t> given = m_machine.given(m_agent, ChoicePoint::incoming);
  if (!given) {
    const bool any = !inbox.there.empty() || (!m_place && !seen().empty());
    return any ? Readiness::kReady : Readiness::kNothingThere;
  }
  const auto is_given = [&](const Incoming& incoming) {
    return incoming_code(incoming.channel.place, log().sent[incoming.sent].sender) == *given;
  };
  const bool is_there = *given == 0 || *given >= incoming_code(kRequestPlaces, AgentId{}) ||
                        std::any_of(inbox.there.begin(), inbox.there.end(), is_given);
  return is_there ? Readiness::kReady : Readiness::kGivenIsToCome;
}

Inbox OpenOrder::rest_of(Inbox inbox) const {
  if (!m_place) return inbox;
  std::erase_if(inbox.channels,
                [this](const OpenChannel& channel) { return channel.place < *m_place; });
  std::erase_if(inbox.there,
                [this](const Incoming& incoming) { return incoming.channel.place < *m_place; });
  return inbox;
}

Arrival OpenOrder::first_to_come(std::optional<LoopTime> timer, const Inbox& inbox) {
  return choose_incoming({timer, std::nullopt, timer.has_value()}, inbox, seen());
}

Arrival OpenOrder::next_there(LoopTime now, const Inbox& inbox) {
  return choose_incoming({std::nullopt, now, true}, rest_of(inbox),
                         m_place ? std::vector<const Request*>{} : seen());
}

Arrival OpenOrder::taken_at_once(const Inbox& inbox, VirtualTime now) {
  m_look_at = now;
  const Arrival taken = choose_incoming({std::nullopt, std::nullopt, true}, inbox, {});
  m_commutes = false;
  if (taken.incoming) learn(log().sent[taken.incoming->sent].past);
  return taken;
}

OrderOption OpenOrder::comes(const Incoming& incoming, const Look& look) const {
  const Sent& sent = log().sent[incoming.sent];
  OrderOption option;
  option.code = incoming_code(incoming.channel.place, sent.sender);
  option.sent = incoming.sent;
  if (look.now) option.bounds.push_back(not_after(sent.begun, *look.now, log().readings));
  return option;
}

OrderOption OpenOrder::nothing_at(const Look& look, const Inbox& inbox,
                                  const std::vector<const Request*>& seen) const {
  OrderOption option;
  option.until_timer = look.timer.has_value();
  const std::optional<LoopTime> moment = look.timer ? look.timer : look.now;
  if (!moment) return option;
  option.bounds = nothing_until(*moment, seen).bounds;
  for (const Incoming& incoming : inbox.there) {
    const Sent& sent = log().sent[incoming.sent];
    option.bounds.push_back(not_after(*moment, sent.begun.plus(sent.pauses_ms), log().readings));
  }
  return option;
}

Arrival OpenOrder::choose_incoming(const Look& look, const Inbox& inbox,
                                   const std::vector<const Request*>& requests) {
  // What is surely there ends the look at its place.
  const auto certain = std::find_if(inbox.there.begin(), inbox.there.end(),
                                    [this](const Incoming& each) { return is_certain(each); });
  const bool any_certain = certain != inbox.there.end();
  const uint64_t last_place = any_certain ? certain->channel.place : UINT64_MAX;

  ChannelLook channels;
  for (const OpenChannel& channel : inbox.channels)
    if (channel.place <= last_place) channels.channels.push_back(channel);
  if (look.now) channels.not_after.push_back(*look.now);
  if (look.timer) channels.not_after.push_back(look.timer->plus(m_machine.pause_ms()));
  const bool waits = !look.now && (look.timer || !look.goes_on);
  if (waits) {
    for (const Request* request : requests)
      channels.not_after.push_back(request->begun.plus(request->least_ms + request->pauses_ms));
    for (const Incoming& incoming : inbox.there) {
      const Sent& sent = log().sent[incoming.sent];
      channels.not_after.push_back(sent.begun.plus(sent.pauses_ms));
    }
  }

  std::vector<OrderOption> options;
  std::vector<Arrival> arrivals;
  for (const Request* request : requests) {
    options.push_back(completes(*request, look.now));
    options.back().code = incoming_code(kRequestPlaces + request->number, m_agent);
    arrivals.push_back({request->task, std::nullopt});
  }
  for (const Incoming& incoming : inbox.there) {
    if (incoming.channel.place > last_place) continue;
    options.push_back(comes(incoming, look));
    arrivals.push_back({{}, incoming});
  }
  if (waits)
    for (size_t i = 0; i < options.size(); ++i)
      for (const LoopTime& latest : channels.not_after)
        options[i].bounds.push_back(not_after(earliest(arrivals[i]), latest, log().readings));
  if (look.goes_on && !any_certain) {
    options.push_back(nothing_at(look, inbox, requests));
    arrivals.emplace_back();
  }
  if (options.empty()) return {};

  OrderChoice choice = new_choice(Question::arrival);
  const std::optional<uint64_t> given = m_machine.given(m_agent, ChoicePoint::incoming);
  choice.is_decided = true;
  choice.look = std::move(channels);
  const auto named = std::find_if(options.begin(), options.end(), [&](const OrderOption& option) {
    return option.code == given.value_or(0);
  });
  const size_t wanted =
      given && named != options.end() ? static_cast<size_t>(named - options.begin()) : 0;
  choice.chosen = first_that_holds(options, wanted);
  m_machine.decide_by_name(m_agent, ChoicePoint::incoming, options[choice.chosen].code);
  const Arrival chosen = arrivals[choice.chosen];
  choice.options = std::move(options);
  m_arrival = log().choices.size();
  note_choice(std::move(choice));
  // Who listens to what others send may depend on what came before.
  m_commutes = !chosen.incoming;
  return chosen;
}

void OpenOrder::take(const Incoming& incoming) {
  learn(log().sent[incoming.sent].past);
  m_place = incoming.channel.place;
  m_program_code_ran = incoming.closes;
  m_begun_before = m_next_number;
  m_taken = {};
}

}  // namespace loopscope::sim
