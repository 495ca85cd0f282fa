const target = new EventTarget();
target.addEventListener('go', (event) => { event.preventDefault(); event.stopImmediatePropagation(); console.log('first'); });
target.addEventListener('go', () => console.log('never'));
const event = new Event('go', { cancelable: true });
console.log(target.dispatchEvent(event), event.defaultPrevented, event.cancelable, event.bubbles, event.composed);
const fixed = new Event('go');
fixed.preventDefault();
console.log(fixed.defaultPrevented);
