#pragma once

#include <string>
#include <vector>

#include "core/cluster/process_list.h"

namespace loopscope::cluster {

// `pm2 list`, as PM2 7 lays it out.
std::string list_table(const std::vector<ListedProcess>& processes, VirtualTime at);

// What `pm2 monit` shows of each process, as a table.
std::string monit_table(const std::vector<ListedProcess>& processes);

}  // namespace loopscope::cluster
