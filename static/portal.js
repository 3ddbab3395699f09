// Comfort only: everything works without this file.
"use strict";

// Replace the page instead of leaving it one press of Back away.
document.addEventListener("click", (event) => {
  const exit = event.target.closest("a[href='/exit']");
  if (!exit) return;
  event.preventDefault();
  document.documentElement.hidden = true;
  location.replace(exit.href);
});

// Take screen readers to what went wrong.
const problem = document.querySelector("[data-focus]");
if (problem) problem.focus();
