// @title  The service, tested without a database
// @lesson The service asks for its repository and for its mail, it does not make them. So a test gives it others:
// an object with the same methods, whose answers it knows and whose calls it can count. No database, no server, no
// waiting: if this fails, it is the logic.

const assert = require('node:assert');
const AppError = require('./layered/app-error.js');
const UserService = require('./layered/services/userService.js');

function makeService(repository) {
  const mails = [];
  const emailService = { sendWelcome: async (email) => { mails.push(email); } };
  return { mails, service: new UserService(repository, emailService) };
}

const tests = {
  async 'gives the user of the repository'() {
    const { service } = makeService({ findById: async (id) => ({ id, name: 'Ada' }) });
    assert.deepStrictEqual(await service.getById(1), { id: 1, name: 'Ada' });
  },

  async 'says 404 for whom the repository does not know'() {
    const { service } = makeService({ findById: async () => undefined });
    await assert.rejects(service.getById(7), { constructor: AppError, statusCode: 404, message: 'User not found' });
  },

  async 'does not hide a failure of the repository'() {
    const down = new Error('no connection');
    const { service } = makeService({ findById: async () => { throw down; } });
    await assert.rejects(service.getById(1), (error) => error === down);
  },

  async 'welcomes whom it has created'() {
    const { service, mails } = makeService({ create: async (data) => ({ id: 3, ...data }) });
    await service.create({ email: 'cleo@example.org' });
    assert.deepStrictEqual(mails, ['cleo@example.org']);
  },

  async 'sends no mail when nothing was created'() {
    const taken = new AppError('That email is taken', 409);
    const { service, mails } = makeService({ create: async () => { throw taken; } });
    await assert.rejects(service.create({ email: 'ada@example.org' }), taken);
    assert.strictEqual(mails.length, 0);
  },

  async 'asks for an email before it asks the repository'() {
    let asked = 0;
    const { service } = makeService({ create: async () => { asked++; } });
    await assert.rejects(service.create({ name: 'Nobody' }), { statusCode: 400 });
    assert.strictEqual(asked, 0);
  },
};

async function main() {
  for (const [name, test] of Object.entries(tests)) {
    try {
      await test();
      console.log('ok  ', name);
    } catch (error) {
      console.log('FAIL', name, '-', error.message);
      process.exitCode = 1;
    }
  }
}

main();
