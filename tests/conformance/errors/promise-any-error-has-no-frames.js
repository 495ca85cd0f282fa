(async () => { try { await Promise.any([Promise.reject(new Error('a'))]); } catch (e) { console.log(e.stack); }
 try { await Promise.any([]); } catch (e) { console.log(e.stack); }
 try { await Promise.any([(async()=>{await null; throw new Error('q')})()]); } catch (e) { console.log(e.stack); console.log(e.errors[0].stack) }
})();
Promise.any([Promise.reject(1)]).catch(e=>console.log(e.stack));
