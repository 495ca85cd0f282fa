'use strict';

// Source: Node.js documentation "Cluster". A process is a worker of a cluster if its parent said so.

module.exports = process.env.NODE_UNIQUE_ID ? require('internal/cluster/child') : require('internal/cluster/primary');
