const show = (work) => {
  try { console.log(work()); } catch (error) {
    console.log(String(error), Object.keys(error), error.stack.split('\n')[0], error.constructor === TypeError, error.input, error.base);
  }
};
show(() => new URL('nowhere'));
show(() => new URL('there', 'nowhere'));
show(() => new URL(undefined, 'x:opaque'));
show(() => new URL());
show(() => { new URL('http://h').href = 'nowhere'; });
show(() => URL.parse('nowhere'));
show(() => URL.canParse());
show(() => { 'use strict'; const url = new URL('http://h'); url.origin = 'x'; });
show(() => { 'use strict'; const url = new URL('http://h'); url.searchParams = 'x'; });
