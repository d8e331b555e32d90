(() => {
  'use strict';
  document.documentElement.classList.add('js');
  document.addEventListener('DOMContentLoaded', () => {
    const body = document.querySelector('#jobs tbody');
    if (!body) return;
    const size = 100;
    const rows = Array.from(body.rows);
    const find = document.querySelector('#find');
    const status = document.querySelector('#status');
    const count = document.querySelector('#count');
    const back = document.querySelector('#back');
    const on = document.querySelector('#on');
    const texts = rows.map(row => row.textContent.toLowerCase());
    let order = rows.map((_, index) => index);
    let page = 0;

    const show = () => {
      const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
      const hits = order.filter(index =>
        (!status.value || rows[index].dataset.status === status.value) && words.every(word => texts[index].includes(word)));
      const pages = Math.max(1, Math.ceil(hits.length / size));
      page = Math.min(page, pages - 1);
      const first = page * size;
      body.classList.add('paged');
      body.replaceChildren(...hits.slice(first, first + size).map(index => rows[index]));
      count.value = hits.length === 0 ? 'No job fits'
        : `${(first + 1).toLocaleString('en')}–${Math.min(first + size, hits.length).toLocaleString('en')} of ${hits.length.toLocaleString('en')}`;
      back.disabled = page === 0;
      on.disabled = page === pages - 1;
    };

    const key = (row, column) => {
      const cell = row.cells[column];
      const value = cell.dataset.value ?? cell.querySelector('time')?.dateTime ?? cell.firstChild?.textContent.trim() ?? '';
      const number = Number(value);
      return value === '' ? null : Number.isNaN(number) ? value.toLowerCase() : number;
    };

    const compare = (a, b) => {
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
      return typeof a === 'number' ? -1 : 1;
    };

    document.querySelectorAll('#jobs th button').forEach((button, column) => button.addEventListener('click', () => {
      const head = button.parentElement;
      const down = head.getAttribute('aria-sort') === 'ascending';
      document.querySelectorAll('#jobs th').forEach(other => other.removeAttribute('aria-sort'));
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keys = rows.map(row => key(row, column));
      order = rows.map((_, index) => index)
        .sort((a, b) => (keys[a] === null || keys[b] === null || !down ? 1 : -1) * compare(keys[a], keys[b]) || a - b);
      page = 0;
      show();
    }));

    const restart = () => { page = 0; show(); };
    find.addEventListener('input', restart);
    status.addEventListener('change', restart);
    back.addEventListener('click', () => { page--; show(); });
    on.addEventListener('click', () => { page++; show(); });
    show();
  });
})();
