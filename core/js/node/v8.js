'use strict';

// The engine is not V8: here to be asked for.

const { refuse, refuseClass } = require('internal/unsupported');

const names = ['cachedDataVersionTag', 'deserialize', 'getHeapCodeStatistics', 'getHeapSnapshot', 'getHeapSpaceStatistics',
               'getHeapStatistics', 'serialize', 'setFlagsFromString', 'setHeapSnapshotNearHeapLimit', 'stopCoverage',
               'takeCoverage', 'writeHeapSnapshot'];
const classes = ['DefaultDeserializer', 'DefaultSerializer', 'Deserializer', 'GCProfiler', 'Serializer'];

for (const name of names) module.exports[name] = refuse('v8', name);
for (const name of classes) module.exports[name] = refuseClass('v8', name);
