// A channel nobody listens to is of another class than one somebody does.
const { channel, Channel, hasSubscribers, subscribe, unsubscribe } = require('node:diagnostics_channel');

const orders = channel('shop.orders');
console.log(orders, orders instanceof Channel, channel('shop.orders') === orders);
const listener = (message, name) => console.log('heard', message, name);
orders.subscribe(listener);
console.log(orders.constructor.name, orders instanceof Channel, hasSubscribers('shop.orders'));
orders.publish({ id: 1 });
console.log(orders.unsubscribe(listener), orders.unsubscribe(listener), orders.constructor.name);
orders.publish({ id: 2 });

subscribe('other', listener);
channel('other').publish('by name');
console.log(unsubscribe('other', listener), hasSubscribers('other'), hasSubscribers('never made'));

for (const name of [5, null, undefined]) {
  try {
    channel(name);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
try {
  orders.subscribe('no function');
} catch (error) {
  console.log(error.code, error.message);
}

process.on('uncaughtException', (error) => console.log('later:', error.message));
orders.subscribe(() => { throw new Error('a subscriber failed'); });
orders.subscribe(listener);
orders.publish('to both');
console.log('publish returned');
