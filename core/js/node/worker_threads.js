'use strict';

// Source: Node.js documentation "Worker threads".

const { isMainThread, threadId } = internalBinding('worker');
const {
  MessageChannel, MessagePort, moveMessagePortToContext, receiveMessageOnPort,
} = require('internal/worker/message_port');
const { SHARE_ENV, Worker } = require('internal/worker/worker');
const { markAsUntransferable } = require('internal/worker/clone');
const { BroadcastChannel } = require('internal/worker/broadcast_channel');
const { getEnvironmentData, setEnvironmentData } = require('internal/worker/environment_data');
const { refuse } = require('internal/unsupported');
const self = isMainThread ? { parentPort: null, workerData: null, resourceLimits: {} } :
  require('internal/worker/thread').self;

module.exports = {
  isMainThread,
  MessagePort,
  MessageChannel,
  markAsUntransferable,
  moveMessagePortToContext,
  receiveMessageOnPort,
  resourceLimits: self.resourceLimits,
  postMessageToThread: refuse('worker_threads', 'postMessageToThread'),
  threadId,
  SHARE_ENV,
  Worker,
  parentPort: self.parentPort,
  workerData: self.workerData,
  BroadcastChannel,
  setEnvironmentData,
  getEnvironmentData,
};
