#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/cluster/process_list.h"

namespace loopscope::cluster {

// `pm2 list`, as PM2 7 lays it out.
std::string list_table(const std::vector<ListedProcess>& processes, VirtualTime at);

// `pm2 describe` of a process: what it is and what became of it, without what PM2's own code in
// each process adds. The version is node's, such as "v20.20.2".
std::string description(const ListedProcess& process, VirtualTime at,
                        std::string_view node_version);

// What `pm2 monit` shows of each process, as a table.
std::string monit_table(const std::vector<ListedProcess>& processes);

}  // namespace loopscope::cluster
