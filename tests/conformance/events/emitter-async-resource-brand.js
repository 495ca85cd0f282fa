const { EventEmitterAsyncResource } = require('events');
const { prototype } = EventEmitterAsyncResource;
for (const call of [() => prototype.emit(), () => prototype.emitDestroy(), () => prototype.asyncId,
                    () => Reflect.get(prototype, 'triggerAsyncId', {}), () => prototype.asyncResource]) {
  try {
    call();
  } catch (error) {
    console.log(error.name, error.code, error.message, /at get (\w+)/.exec(error.stack)?.[1]);
  }
}
class Mine extends EventEmitterAsyncResource {}
const mine = new Mine({ name: 'mine' });
mine.on('event', function(value) { console.log(value, this === mine); });
console.log(mine.emit('event', 42), mine.asyncId > 0, mine.asyncResource.eventEmitter === mine);
