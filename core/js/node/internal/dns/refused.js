'use strict';

// What asks name servers by itself is not simulated.

const { ArrayPrototypeForEach } = primordials;
const { refuse } = require('internal/unsupported');

const kRefused = [
  'lookupService', 'Resolver', 'setServers', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveCaa',
  'resolveCname', 'resolveMx', 'resolveNaptr', 'resolveNs', 'resolvePtr', 'resolveSoa', 'resolveSrv',
  'resolveTxt', 'reverse',
];

// No name server is set.
function getServers() {
  return [];
}

function withRefusals(module, exported) {
  ArrayPrototypeForEach(kRefused, (name) => { exported[name] = refuse(module, name); });
  exported.getServers = getServers;
  return exported;
}

module.exports = { withRefusals };
