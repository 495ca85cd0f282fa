#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gui/panels/frame.h"
#include "gui/panels/run_mark.h"
#include "gui/player/layers.h"
#include "gui/player/request_parts.h"
#include "gui/player/request_path.h"

namespace loopscope::gui {

// A program's files by layer, and the way of a request through them: down to the data and back up,
// with what becomes of an error on the way.
class ArchitecturePanel {
 public:
  std::string activity(Frame& frame);
  void draw(Frame& frame, Rect rect);
  // Of all files heard of so far.
  const Layers& layers(Frame& frame);

 private:
  void renew(Frame& frame);
  void follow(Frame& frame);
  void lay_out(const Ui& ui, Rect rect);
  void draw_layer(Frame& frame, const Rect& rect, const Layer& layer);
  void draw_file(Frame& frame, const Rect& rect, uint32_t file);
  void draw_way(Frame& frame);
  void draw_jobs(Frame& frame, Rect rect);
  void draw_errors(Frame& frame, Rect rect);
  std::string waits_text(Frame& frame) const;

  std::unique_ptr<FileVisits> m_visits;
  std::unique_ptr<RequestParts> m_parts;
  std::unique_ptr<Layers> m_layers;
  size_t m_layered_files = 0;  // that m_layers has
  RunMark m_run;

  // Of this frame:
  uint32_t m_request = 0;
  std::vector<FileVisit> m_path;
  std::vector<ErrorStop> m_errors;
  std::map<uint32_t, Rect> m_boxes;  // by file
  std::vector<Rect> m_rows;          // by layer
};

}  // namespace loopscope::gui
