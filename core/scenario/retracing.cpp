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

Retracing::Retracing(const OpenRun& run, const Answers& given)
    : m_log(run.log), m_decisions(by_agent(run.decisions)) {
  std::map<AgentId, size_t> answered;
  for (const OrderChoice& choice : m_log.choices) {
    const auto own = given.find(choice.agent);
    if (own == given.end() || answered[choice.agent]++ >= own->second.size()) continue;
    m_given.resize(std::max<size_t>(m_given.size(), choice.agent.value + 1U));
    m_given[choice.agent.value] = sim::steps_of(choice.past, choice.agent) + 1;
  }
}

void Retracing::go_to(size_t at) {
  m_at = at;
  while (m_bounds.readings() < choice().readings_before) {
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

// Where it was before, and what came to it.
std::vector<const sim::Past*> Retracing::pasts_of(const OrderChoice& other) const {
  std::vector<const sim::Past*> pasts{&other.past};
  if (const auto sent = other.options[other.chosen].sent) pasts.push_back(&m_log.sent[*sent].past);
  return pasts;
}

bool Retracing::comes_of_choice(const sim::Past& past) const {
  return sim::steps_of(past, choice().agent) > sim::steps_of(choice().past, choice().agent);
}

// Of what does not come of the choice: all, or what the choice and what is sent come of and what
// the run was made for.
Retracing::Cut Retracing::cut_for(const Way& way, Keeping keeping) const {
  Cut cut;
  const auto keep = [&cut](AgentId agent, uint32_t steps) {
    cut.resize(std::max<size_t>(cut.size(), agent.value + 1U));
    cut[agent.value] = std::max(cut[agent.value], steps);
  };
  const auto keep_all = [&](const sim::Past& past) {
    for (size_t agent = 0; agent < past.size(); ++agent)
      keep(AgentId{static_cast<uint16_t>(agent)}, past[agent]);
  };
  keep_all(choice().past);
  if (way.sent) keep_all(m_log.sent[*way.sent].past);
  for (const OrderChoice& other : m_log.choices) {
    const uint32_t step = sim::steps_of(other.past, other.agent);
    if (keeping == Keeping::kLeast && step >= sim::steps_of(m_given, other.agent)) continue;
    const std::vector<const sim::Past*> pasts = pasts_of(other);
    if (&other == &choice() || std::ranges::any_of(pasts, [this](const sim::Past* past) {
          return comes_of_choice(*past);
        }))
      continue;
    for (const sim::Past* past : pasts) keep_all(*past);
    keep(other.agent, step + 1);
  }
  keep(choice().agent, 0);
  cut[choice().agent.value] = sim::steps_of(choice().past, choice().agent);
  return cut;
}

bool Retracing::is_kept_reading(size_t number, const Cut& cut) const {
  const ClockReading& reading = m_log.readings[number];
  if (reading.agent == choice().agent) return number < choice().readings_before;
  return sim::steps_of(reading.past, reading.agent) < sim::steps_of(cut, reading.agent);
}

bool Retracing::is_kept_choice(size_t number, const Cut& cut) const {
  const OrderChoice& other = m_log.choices[number];
  return sim::steps_of(other.past, other.agent) < sim::steps_of(cut, other.agent);
}

// What is known of the readings that are kept.
const ClockBounds& Retracing::known_with(const Cut& cut) const {
  if (!among_agents()) return m_bounds;
  if (m_known_at == m_at && m_known_cut == cut) return m_known;
  m_known_at = m_at;
  m_known_cut = cut;
  ClockBounds& known = m_known = {};
  while (known.readings() < m_log.readings.size()) {
    known.add_reading();
    if (is_kept_reading(known.readings() - 1, cut)) add_bounds(known, known.readings() - 1);
  }
  for (size_t other = 0; other < m_log.choices.size(); ++other)
    if (is_kept_choice(other, cut)) add_bounds(known, m_log.choices[other]);
  return known;
}

std::vector<Way> Retracing::ways() const {
  std::vector<Way> ways;
  for (size_t option = 0; option < choice().options.size(); ++option)
    ways.push_back({choice().options[option].bounds, answer_of(choice(), option),
                    option == choice().chosen, option, choice().options[option].sent});
  if (choice().look) add_later(ways);
  return ways;
}

// What was sent after this look without coming of it: the first of each sender on a channel where
// nothing of his was there.
void Retracing::add_later(std::vector<Way>& ways) const {
  std::set<std::pair<uint64_t, AgentId>> found;
  for (const OrderOption& option : choice().options)
    if (option.sent)
      found.emplace(m_log.sent[*option.sent].channel, m_log.sent[*option.sent].sender);
  const auto& channels = choice().look->channels;
  for (size_t number = choice().sent_before; number < m_log.sent.size(); ++number) {
    const Sent& sent = m_log.sent[number];
    const auto channel = std::find_if(channels.begin(), channels.end(), [&sent](const auto& open) {
      return open.channel == sent.channel;
    });
    if (channel == channels.end() || !found.emplace(sent.channel, sent.sender).second) continue;
    if (comes_of_choice(sent.past) || (channel->only_closes && !sent.closes)) continue;
    Way way;
    way.answer = sim::incoming_code(channel->place, sent.sender);
    way.option = choice().options.size();
    way.sent = number;
    for (const sim::LoopTime& latest : choice().look->not_after)
      way.bounds.push_back(sim::not_after(sent.begun, latest, m_log.readings));
    ways.push_back(std::move(way));
  }
}

bool Retracing::is_possible(const Way& way) const {
  return way.is_chosen || m_bounds.allow(way.bounds);
}

Lists Retracing::kept_decisions(const Cut& cut) const {
  std::map<AgentId, size_t> kept;
  const auto keep = [&](AgentId agent, size_t decisions) {
    kept[agent] = std::max(kept[agent], decisions);
  };
  for (size_t i = 0; i < m_log.readings.size(); ++i)
    if (is_kept_reading(i, cut)) keep(m_log.readings[i].agent, m_log.readings[i].decision + 1);
  for (size_t i = 0; i < m_log.choices.size(); ++i)
    if (m_log.choices[i].is_decided && is_kept_choice(i, cut))
      keep(m_log.choices[i].agent, m_log.choices[i].decisions_before + 1);
  kept[choice().agent] = choice().decisions_before;
  Lists lists = m_decisions;
  for (auto& [agent, list] : lists) list.resize(kept[agent]);
  return lists;
}

std::optional<std::vector<Decision>> Retracing::decisions_for(const Way& way,
                                                              Keeping keeping) const {
  const Cut cut = cut_for(way, keeping);
  const ClockBounds& known = known_with(cut);
  if (!known.allow(way.bounds)) return std::nullopt;
  ClockBounds bounds = known;
  for (const Bound& bound : way.bounds) bounds.add(bound);
  const std::vector<int64_t> earliest = bounds.earliest();
  Lists lists = kept_decisions(cut);
  for (size_t i = 0; i < earliest.size(); ++i) {
    if (!is_kept_reading(i, cut)) continue;
    const ClockReading& reading = m_log.readings[i];
    int64_t base = 0;
    for (const Bound& bound : reading.not_before)
      base = std::max(base, earliest[bound.earlier] + bound.ms);
    const int64_t pause = earliest[i] - base;
    if (pause > longest_pause(reading, m_decisions)) return std::nullopt;
    lists[reading.agent][reading.decision].chosen = static_cast<uint64_t>(pause);
  }
  if (choice().look)
    lists[choice().agent].push_back({sim::ChoicePoint::incoming, 0, way.answer, choice().agent});
  else if (choice().is_decided)
    lists[choice().agent].push_back(
        {sim::ChoicePoint::arrival, choice().options.size(), way.option, choice().agent});
  std::vector<Decision> decisions;
  for (const auto& [agent, list] : lists)
    decisions.insert(decisions.end(), list.begin(), list.end());
  return decisions;
}

Answers Retracing::answers() const {
  Answers answers;
  for (const OrderChoice& each : m_log.choices)
    answers[each.agent].push_back(answer_of(each, each.chosen));
  return answers;
}

Answers Retracing::answers_with(const Way& way, Keeping keeping) const {
  const Cut cut = cut_for(way, keeping);
  Answers answers;
  for (size_t i = 0; i < m_log.choices.size(); ++i)
    if (is_kept_choice(i, cut))
      answers[m_log.choices[i].agent].push_back(
          answer_of(m_log.choices[i], m_log.choices[i].chosen));
  answers[choice().agent].push_back(way.answer);
  return answers;
}

}  // namespace loopscope::scenario
