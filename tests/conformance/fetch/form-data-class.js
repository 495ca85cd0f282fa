// The class by itself.
const form = new FormData();
form.append('a', '1');
form.append('b', 2);
form.append('a', '3');
form.append('file', new Blob(['x'], { type: 't/y' }));
form.append('named', new Blob(['xy']), 'name.txt');
console.log([...form.keys()], form.get('a'), form.getAll('a'), form.get('b'), form.has('c'), form.get('c'), form.getAll('c'));
console.log(form.get('file') instanceof File, form.get('file').name, form.get('file').type, form.get('named').name, form.get('named').size);
form.set('a', 'only');
form.delete('b');
console.log([...form].map(([name]) => name), Object.prototype.toString.call(form), Object.keys(FormData.prototype));
form.delete('file');
form.delete('named');
form.append('a', 'more');
form.append('z', 'last');
console.log(form, [...form.values()]);
form.forEach((value, name, all) => console.log(name, value, all === form));
for (const attempt of [() => new FormData(1), () => form.append('a'), () => form.append('a', 'b', 'c'), () => form.get(), () => form.set('a')]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, JSON.stringify(error.message));
  }
}
