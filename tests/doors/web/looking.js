// What a page does to somebody who looks at it small, large, or by keyboard. Each is asked for by its name.
({
  /** Pixels by which the page is wider than its window. */
  sticksOut: () => document.documentElement.scrollWidth - document.documentElement.clientWidth,

  /** Words that lie outside the window or are cut off by their box, where nothing can be scrolled to see them. */
  cut: () => {
    const scrolls = (box) => /auto|scroll/.test(getComputedStyle(box).overflowX);
    const isCut = (element) => {
      if (!element.checkVisibility() || element.closest(".unseen, .skip, svg, option, datalist, select, .cm-editor")) return false;
      const words = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!words || getComputedStyle(element).clipPath !== "none") return false;
      const place = element.getBoundingClientRect();
      for (let box = element; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        if (scrolls(box)) return false;
        if (style.overflowX === "visible" && style.overflowY === "visible") continue;
        const around = box.getBoundingClientRect();
        if (place.right > around.right + 1.5 || place.bottom > around.bottom + 1.5 || box.scrollWidth > box.clientWidth + 1) return true;
      }
      return place.right > innerWidth + 1.5 || place.left < -1.5;
    };
    return [...document.querySelectorAll("body *")].filter(isCut).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 60)}`);
  },

  /** Name whatever Tab should reach, in the order of the page, and write down where the focus goes from now on. */
  follow: () => {
    const kinds = "a[href], button, input, select, textarea, summary, [tabindex='0'], .plan-host";
    const all = [...document.querySelectorAll(kinds)];
    const takes = (one) => (one.tabIndex >= 0 || one.shadowRoot) && !one.disabled && one.type !== "hidden" && one.checkVisibility({ visibilityProperty: true });
    const group = (one) => (one.type === "radio" ? `${one.name} of ${[...document.forms].indexOf(one.form)}` : null);
    const seen = new Set();
    window.wanted = all.filter(takes).filter((one) => {
      const name = group(one);
      if (name === null) return true;
      const first = !seen.has(name);
      seen.add(name);
      return first;
    });
    window.reached = [];
    window.unseen = [];
    const numberOf = (one) => window.wanted.findIndex((other) => other === one || (group(one) !== null && group(other) === group(one)));
    document.addEventListener("focusin", ({ target }) => {
      window.reached.push(numberOf(target));
      const style = getComputedStyle(target);
      const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      const place = target.getBoundingClientRect();
      const inside = place.width > 0 && place.bottom > 0 && place.top < innerHeight;
      if (!drawn || !inside) window.unseen.push(`${target.tagName} ${target.className} ${target.textContent.trim().slice(0, 40)} ${style.outlineStyle} ${style.outlineWidth} ${place.top}`);
    });
    return window.wanted.length;
  },

  /** Where the focus went, by the numbers of what Tab should reach, and where it could not be seen. */
  followed: () => ({ reached: window.reached, unseen: window.unseen }),
})
