const target = new EventTarget();
target.addEventListener('go', (event) => console.log('first', event.type, event.target === target, event.eventPhase));
target.addEventListener('go', { handleEvent(event) { console.log('object', this !== target, event.currentTarget === target); } });
console.log(target.dispatchEvent(new Event('go')));
console.log('after');
