const target = new EventTarget();
target.addEventListener('news', (event) => console.log(event.detail, event instanceof Event, event.constructor.name));
target.dispatchEvent(new CustomEvent('news', { detail: { id: 1 } }));
console.log(new CustomEvent('x').detail);
