'use strict';

// There is no encryption on the simulated network. Many packages ask for this module when they load and use it
// only for https: addresses, so it is here, with classes to derive from; using it says what is missing.

const { refuse } = require('internal/unsupported');
const { Agent: HttpAgent } = require('internal/http/agent');
const { Server: TlsServer } = require('tls');

class Agent extends HttpAgent {
  constructor(options) {
    super(options);
    this.defaultPort = 443;
    this.protocol = 'https:';
    this.maxCachedSessions = options?.maxCachedSessions ?? 100;
  }
}
Agent.prototype.createConnection = refuse('https.Agent', 'createConnection');

module.exports = {
  Agent,
  globalAgent: new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 }),
  Server: TlsServer,
  createServer: refuse('https', 'createServer'),
  get: refuse('https', 'get'),
  request: refuse('https', 'request'),
};
