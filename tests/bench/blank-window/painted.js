// The first frame is on its way when a task after its animation callback runs.
requestAnimationFrame(() => setTimeout(() => performance.mark('blank:painted')));
