namespace Hevlayer.Tests.Shared;

/// <summary>The far end in memory: answers each request by a function of the request and its number, from 1 on.</summary>
internal sealed class StubHandler(Func<SentRequest, int, CancellationToken, Task<HttpResponseMessage>> answer, TimeProvider? clock = null)
    : HttpMessageHandler
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    public StubHandler(Func<SentRequest, int, HttpResponseMessage> answer, TimeProvider? clock = null)
        : this((request, number, _) => Task.FromResult(answer(request, number)), clock)
    {
    }

    public List<SentRequest> Requests { get; } = [];

    /// <summary>When each request arrived, by the clock that was handed in.</summary>
    public List<DateTimeOffset> Arrivals { get; } = [];

    public bool IsDisposed { get; private set; }

    /// <summary>A far end that answers each request in turn; the last answer repeats.</summary>
    public static StubHandler InTurn(TimeProvider? clock, params Func<HttpResponseMessage>[] answers) =>
        new((_, number) => answers[Math.Min(number, answers.Length) - 1](), clock);

    public static StubHandler Always(string json) => new((_, _) => Reply.Json(json));

    /// <summary>Time between one arrival and the next.</summary>
    public IEnumerable<TimeSpan> Pauses => Arrivals.Zip(Arrivals.Skip(1), (first, second) => second - first);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = await SentRequest.OfAsync(request, cancellationToken);
        int number;
        lock (Requests)
        {
            Requests.Add(sent);
            Arrivals.Add(_clock.GetUtcNow());
            number = Requests.Count;
        }

        // As many stubs do, this one does not say which request it answers.
        return await answer(sent, number, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
