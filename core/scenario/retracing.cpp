#include "core/scenario/retracing.h"

#include <algorithm>
#include <utility>

namespace loopscope::scenario {

using sim::Bound;
using sim::ClockBounds;
using sim::ClockReading;
using sim::Decision;
using sim::OrderChoice;
using sim::OrderOption;
using sim::Sent;

namespace {

using Lists = std::map<AgentId, std::vector<Decision>>;

Lists by_agent(const std::vector<Decision>& decisions) {
  Lists lists;
  for (const Decision& decision : decisions) lists[decision.agent].push_back(decision);
  return lists;
}

// How much later than another reading one may be: the decision's options, less one.
int64_t longest_pause(const ClockReading& reading, const Lists& decisions) {
  return static_cast<int64_t>(decisions.at(reading.agent)[reading.decision].options) - 1;
}

uint64_t answer_of(const OrderChoice& choice, size_t option) {
  return choice.look ? choice.options[option].code : option;
}

}  // namespace

bool begins_with(const Answers& all, const Answers& first) {
  return std::all_of(first.begin(), first.end(), [&all](const auto& own) {
    const auto found = all.find(own.first);
    if (found == all.end()) return own.second.empty();
    return own.second.size() <= found->second.size() &&
           std::equal(own.second.begin(), own.second.end(), found->second.begin());
  });
}

Retracing::Retracing(const OpenRun& run) : m_log(run.log), m_decisions(by_agent(run.decisions)) {}

void Retracing::go_to(size_t at) {
  while (m_bounds.readings() < m_log.choices[at].readings_before) {
    m_bounds.add_reading();
    add_bounds(m_bounds, m_bounds.readings() - 1);
  }
}

void Retracing::go_through(size_t at) {
  add_bounds(m_bounds, m_log.choices[at]);
}

void Retracing::add_bounds(ClockBounds& bounds, size_t number) const {
  const ClockReading& reading = m_log.readings[number];
  if (reading.not_before.empty()) return;
  for (const Bound& bound : reading.not_before) bounds.add(bound);
  const Bound& base = reading.base;
  bounds.add({base.earlier, base.later, -base.ms - longest_pause(reading, m_decisions)});
}

void Retracing::add_bounds(ClockBounds& bounds, const OrderChoice& choice) const {
  for (const Bound& bound : choice.options[choice.chosen].bounds) bounds.add(bound);
}

// Whether it does not come of the choice.
bool Retracing::is_kept(const sim::Past& past, const OrderChoice& choice) {
  return sim::steps_of(past, choice.agent) <= sim::steps_of(choice.past, choice.agent);
}

bool Retracing::is_kept_reading(size_t number, const OrderChoice& choice) const {
  return number < choice.readings_before || is_kept(m_log.readings[number].past, choice);
}

// What is known of the readings before the choice, and of those that do not come of it.
ClockBounds Retracing::known_at(size_t at) const {
  ClockBounds known = m_bounds;
  if (!among_agents()) return known;
  const OrderChoice& choice = m_log.choices[at];
  while (known.readings() < m_log.readings.size()) {
    known.add_reading();
    if (is_kept_reading(known.readings() - 1, choice)) add_bounds(known, known.readings() - 1);
  }
  for (size_t later = at + 1; later < m_log.choices.size(); ++later)
    if (is_kept(m_log.choices[later].past, choice)) add_bounds(known, m_log.choices[later]);
  return known;
}

std::vector<Way> Retracing::ways(size_t at) const {
  const OrderChoice& choice = m_log.choices[at];
  std::vector<Way> ways;
  for (size_t option = 0; option < choice.options.size(); ++option)
    ways.push_back({choice.options[option].bounds, answer_of(choice, option),
                    option == choice.chosen, option, choice.options[option].sent});
  if (choice.look) add_later(choice, ways);
  return ways;
}

// What was sent after this look without coming of it: the first of each sender on a channel where
// nothing of his was there.
void Retracing::add_later(const OrderChoice& choice, std::vector<Way>& ways) const {
  std::set<std::pair<uint64_t, AgentId>> found;
  for (const OrderOption& option : choice.options)
    if (option.sent)
      found.emplace(m_log.sent[*option.sent].channel, m_log.sent[*option.sent].sender);
  const auto& channels = choice.look->channels;
  for (size_t number = choice.sent_before; number < m_log.sent.size(); ++number) {
    const Sent& sent = m_log.sent[number];
    const auto channel = std::find_if(channels.begin(), channels.end(), [&sent](const auto& open) {
      return open.channel == sent.channel;
    });
    if (channel == channels.end() || !found.emplace(sent.channel, sent.sender).second) continue;
    if (!is_kept(sent.past, choice) || (channel->only_closes && !sent.closes)) continue;
    Way way;
    way.answer = sim::incoming_code(channel->place, sent.sender);
    way.option = choice.options.size();
    way.sent = number;
    for (const sim::LoopTime& latest : choice.look->not_after)
      way.bounds.push_back(sim::not_after(sent.begun, latest, m_log.readings));
    ways.push_back(std::move(way));
  }
}

bool Retracing::is_possible(size_t at, const Way& way) const {
  if (way.is_chosen || way.bounds.empty()) return true;
  return among_agents() ? known_at(at).allow(way.bounds) : m_bounds.allow(way.bounds);
}

Lists Retracing::kept_decisions(size_t at) const {
  const OrderChoice& choice = m_log.choices[at];
  std::map<AgentId, size_t> kept;
  const auto keep = [&](AgentId agent, size_t decisions) {
    if (agent != choice.agent) kept[agent] = std::max(kept[agent], decisions);
  };
  for (size_t i = 0; i < m_log.readings.size(); ++i)
    if (is_kept_reading(i, choice)) keep(m_log.readings[i].agent, m_log.readings[i].decision + 1);
  for (size_t i = 0; i < m_log.choices.size(); ++i) {
    const OrderChoice& other = m_log.choices[i];
    if (other.is_decided && (i < at || (i > at && is_kept(other.past, choice))))
      keep(other.agent, other.decisions_before + 1);
  }
  kept[choice.agent] = choice.decisions_before;
  Lists lists = m_decisions;
  for (auto& [agent, list] : lists) list.resize(kept[agent]);
  return lists;
}

std::optional<std::vector<Decision>> Retracing::decisions_for(size_t at, const Way& way) const {
  const OrderChoice& choice = m_log.choices[at];
  ClockBounds bounds = known_at(at);
  if (!bounds.allow(way.bounds)) return std::nullopt;
  for (const Bound& bound : way.bounds) bounds.add(bound);
  const std::vector<int64_t> earliest = bounds.earliest();
  Lists lists = kept_decisions(at);
  for (size_t i = 0; i < earliest.size(); ++i) {
    if (!is_kept_reading(i, choice)) continue;
    const ClockReading& reading = m_log.readings[i];
    int64_t base = 0;
    for (const Bound& bound : reading.not_before)
      base = std::max(base, earliest[bound.earlier] + bound.ms);
    const int64_t pause = earliest[i] - base;
    if (pause > longest_pause(reading, m_decisions)) return std::nullopt;
    lists[reading.agent][reading.decision].chosen = static_cast<uint64_t>(pause);
  }
  if (choice.look)
    lists[choice.agent].push_back({sim::ChoicePoint::incoming, 0, way.answer, choice.agent});
  else if (choice.is_decided)
    lists[choice.agent].push_back(
        {sim::ChoicePoint::arrival, choice.options.size(), way.option, choice.agent});
  std::vector<Decision> decisions;
  for (const auto& [agent, list] : lists)
    decisions.insert(decisions.end(), list.begin(), list.end());
  return decisions;
}

Answers Retracing::answers() const {
  Answers answers;
  for (const OrderChoice& choice : m_log.choices)
    if (!choice.settled) answers[choice.agent].push_back(answer_of(choice, choice.chosen));
  return answers;
}

Answers Retracing::answers_with(size_t at, const Way& way) const {
  const OrderChoice& choice = m_log.choices[at];
  Answers answers;
  for (size_t i = 0; i < m_log.choices.size(); ++i) {
    const OrderChoice& other = m_log.choices[i];
    if (i != at && !other.settled && (i < at || is_kept(other.past, choice)))
      answers[other.agent].push_back(answer_of(other, other.chosen));
  }
  answers[choice.agent].push_back(way.answer);
  return answers;
}

}  // namespace loopscope::scenario
