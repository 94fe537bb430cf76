import { useEffect, useRef } from "react";

/** Below so many lengths of the ruler in a row, what is fixed to the screen would cover what one reads. */
const ROOM = 2.2;

/**
 * Marks the page when text is large for the screen, however it was enlarged: by the browser, the system, or a
 * zoom of text alone. Styles then put the menu and the main buttons into the page (`data-text="large"`).
 */
export function TextRuler() {
  const ruler = useRef<HTMLSpanElement>(null);

  useEffect(() => {
    const root = document.documentElement;
    const measure = () => {
      const large = root.clientWidth < (ruler.current?.offsetWidth ?? 0) * ROOM;
      if (large) root.dataset.text = "large";
      else delete root.dataset.text;
    };
    const watching = new ResizeObserver(measure);
    watching.observe(root);
    if (ruler.current) watching.observe(ruler.current);
    return () => watching.disconnect();
  }, []);

  return (
    <span ref={ruler} className="ruler" aria-hidden="true">
      단골이늘어나는이벤트
    </span>
  );
}
