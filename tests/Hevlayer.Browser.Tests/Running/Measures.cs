namespace Hevlayer.Local.Browser.Tests;

/// <summary>What the browser itself measures.</summary>
internal static class Measures
{
    /// <summary>Milliseconds from the start of the last navigation until something was to be seen.</summary>
    public static Task<double> FirstPaintAsync(this Window window) => window.Page.EvaluateAsync<double>("""
        new Promise((done) => new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) done(paint.startTime);
        }).observe({ type: "paint", buffered: true }))
        """);

    /// <summary>Begins to watch how long the page does nothing else, and how often it is shown anew.</summary>
    public static Task WatchStallsAsync(this Window window) => window.Page.EvaluateAsync("""
        () => {
          let last = performance.now();
          window.stall = 0;
          window.changes = 0;
          setInterval(() => {
            const now = performance.now();
            window.stall = Math.max(window.stall, now - last);
            last = now;
          }, 20);
          new MutationObserver(() => { window.changes++; }).observe(document.body, { childList: true });
        }
        """);

    public static async Task<TimeSpan> LongestStallAsync(this Window window) => TimeSpan.FromMilliseconds(await window.Page.EvaluateAsync<double>("window.stall"));

    public static Task<int> ChangesAsync(this Window window) => window.Page.EvaluateAsync<int>("window.changes");
}
