// @title  try and catch around await
// @lesson An awaited promise that is rejected throws at the await, so one try block covers synchronous
// and asynchronous failures alike. Errors that are expected pass through with their meaning; the others
// are wrapped, with the original as their cause.

class NotFound extends Error {
  name = 'NotFound';
}

const table = new Map([[1, 'Ada']]);

async function query(id) {
  await null;
  if (id < 0) throw new RangeError('ids are positive');
  return table.get(id);
}

async function nameOf(id) {
  try {
    const name = await query(id);
    if (name === undefined) throw new NotFound(`nobody has id ${id}`);
    return name;
  } catch (error) {
    if (error instanceof NotFound) throw error;
    throw new Error('the table could not be asked', { cause: error });
  }
}

async function main() {
  for (const id of [1, 2, -1]) {
    try {
      console.log(id, 'is', await nameOf(id));
    } catch (error) {
      console.log(id, 'failed:', error.message, '| cause:', error.cause?.message ?? 'none');
    }
  }
}

main();
