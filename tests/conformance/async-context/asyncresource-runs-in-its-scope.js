const { AsyncLocalStorage, AsyncResource, executionAsyncId } = require('async_hooks');
const als = new AsyncLocalStorage();
const resource = als.run('of the resource', () => new AsyncResource('Mine'));
console.log(resource.runInAsyncScope(function (a, b) { return [als.getStore(), this.name, a, b, executionAsyncId() === resource.asyncId()]; }, { name: 'this' }, 1, 2));
console.log(als.getStore(), typeof resource.asyncId(), resource.triggerAsyncId() === executionAsyncId());
const bound = resource.bind((x) => [als.getStore(), x]);
console.log(bound('arg'), AsyncResource.bind(() => als.getStore())());
