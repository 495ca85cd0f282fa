const path = require('path');
const show = (error) => console.log(error.code, error.message.split('\n')[0], error.requireStack.map((file) => path.basename(file)));
try { require('./missing'); } catch (error) { show(error); }
try { require('no-such-package'); } catch (error) { show(error); }
try { require('./helper'); } catch (error) { show(error); }
try { require('node:nothing'); } catch (error) { console.log(error.code, error.message); }
