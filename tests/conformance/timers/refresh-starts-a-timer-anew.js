const timer = setTimeout(() => console.log('refreshed timer'), 40);
setTimeout(() => { console.log('refresh'); console.log(timer.refresh() === timer); }, 20);
setTimeout(() => console.log('45 ms'), 45);
