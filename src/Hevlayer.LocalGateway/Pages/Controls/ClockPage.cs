namespace Hevlayer.Local;

/// <summary>The clock: what time it is, what falls due, and its controls.</summary>
internal static class ClockPage
{
    public const string Name = "clock";

    private static readonly DateTimeOffset Latest = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string Address = PageAddresses.Of(Name);

    public static GatewayResponse? Answer(PageRequest request, PageContext context)
    {
        switch (request.Method, request.Parts)
        {
            case ("GET", [_]):
                return PageAnswer.Of(request, Name, View(context), Body);
            case ("POST", [_]):
                Act(request, context);
                return PageAnswer.Done(request, Address, View(context));
            default:
                return null;
        }
    }

    /// <summary>Whether a call may move the clock.</summary>
    public static bool Moves(GatewayRequest request) => request.Method == "POST" && request.Path == Address;

    private static ClockView View(PageContext context) => new(
        context.Now,
        context.Clock is not LocalClock clock ? "given" : clock.IsFrozen ? "frozen" : "running",
        context.Due().All);

    private static void Act(PageRequest request, PageContext context)
    {
        var clock = context.Clock as LocalClock
            ?? throw GatewayFault.Conflict("this gateway was made with a clock of its owner's, who alone moves it; a LocalClock can be moved from here");
        request.Allow(["action", "seconds"]);
        switch (request.Text("action"))
        {
            case "freeze":
                clock.Freeze();
                break;
            case "run":
                clock.Run();
                break;
            case "advance":
                Advance(clock, request.Seconds("seconds") ?? throw GatewayFault.Invalid("the action advance needs seconds"));
                break;
            case "next":
                var next = context.Due().Next ?? throw GatewayFault.Conflict("nothing waits for the clock");
                // A clock that runs may have passed it by now.
                Advance(clock, TimeSpan.FromTicks(Math.Max(0, (next.At - clock.GetUtcNow()).Ticks)));
                break;
            case var other:
                throw GatewayFault.Invalid($"unknown action '{Show.Cut(other ?? string.Empty)}': allowed are freeze, run, advance and next");
        }
    }

    private static void Advance(LocalClock clock, TimeSpan by)
    {
        if (by < TimeSpan.Zero)
        {
            throw GatewayFault.Invalid("the clock never goes back: seconds must be 0 or more");
        }

        if (by > Latest - clock.GetUtcNow())
        {
            throw GatewayFault.Invalid($"the clock goes no further than {Latest.Year}, so that what falls due after that has a date");
        }

        clock.Advance(by);
    }

    private static Html Body(ClockView clock) => Html.Of($"""
        <p>It is {Show.Time(clock.Now)} UTC; {Mode(clock)}.</p>
        {Html.If(clock.Mode != "given", $"""
            <p>
            {(clock.Mode == "frozen" ? Show.Button(Address, "Run on", ("action", "run")) : Show.Button(Address, "Freeze", ("action", "freeze")))}
            {Show.Button(Address, "1 minute on", ("action", "advance"), ("seconds", "60"))}
            {Html.If(clock.Due.Count > 0, $"{Show.Button(Address, "To the next thing that falls due", ("action", "next"))}")}
            </p>
            <form method="post" action="{Address}"><input type="hidden" name="action" value="advance"><label>seconds<input name="seconds" inputmode="decimal" required></label><button>Advance</button></form>
            """)}
        {Show.Table("What falls due next", "Nothing waits for the clock.", ["When", "In", "What"], [.. clock.Due.Select(thing => Html.Of($"<tr><td>{Show.Time(thing.At)}</td><td>{Spans.Of(thing.At - clock.Now)}</td><td>{Show.Text(thing.What)}</td></tr>"))])}
        """);

    private static string Mode(ClockView clock) => clock.Mode switch
    {
        "frozen" => "the clock stands still",
        "running" => "the clock runs",
        _ => "the clock belongs to the test that made this gateway, which alone moves it",
    };
}
