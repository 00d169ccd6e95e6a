using System.Net;

namespace Hevlayer.Local;

/// <summary>Reads a fault from the fields of a call.</summary>
internal static class FaultFields
{
    private static readonly string[] Names =
    [
        "effect", "operation", "pipeline", "namespace", "document", "probability", "seed", "count", "status", "body", "content_type", "retry_after_seconds", "delay_seconds",
    ];

    public static IEnumerable<string> Effects => Enum.GetValues<FaultEffect>().Select(NameOf);

    public static InjectedFault Read(PageRequest request)
    {
        request.Allow(Names);
        var byDefault = new InjectedFault();
        return new()
        {
            Effect = EffectOf(request.Text("effect")),
            Operation = request.Text("operation"),
            Namespace = request.Text("namespace"),
            Pipeline = request.Text("pipeline"),
            Document = request.Text("document"),
            Probability = request.Number("probability") ?? byDefault.Probability,
            Seed = request.Integer("seed") ?? byDefault.Seed,
            Count = request.Integer("count"),
            Status = (HttpStatusCode)(request.Integer("status") ?? (int)byDefault.Status),
            Body = request.Text("body"),
            ContentType = request.Text("content_type"),
            RetryAfter = request.Seconds("retry_after_seconds"),
            Delay = request.Seconds("delay_seconds") ?? byDefault.Delay,
        };
    }

    public static string NameOf(FaultEffect effect) => effect switch
    {
        FaultEffect.Delay => "delay",
        FaultEffect.Stall => "stall",
        FaultEffect.CutBody => "cut_body",
        FaultEffect.Reset => "reset",
        FaultEffect.LoseReply => "lose_reply",
        FaultEffect.ContentType => "content_type",
        _ => "status",
    };

    private static FaultEffect EffectOf(string? name) => name is null
        ? FaultEffect.Status
        : Enum.GetValues<FaultEffect>().Where(effect => NameOf(effect) == name).Select(static effect => (FaultEffect?)effect).FirstOrDefault()
            ?? throw GatewayFault.Invalid($"unknown effect '{Show.Cut(name)}': allowed are {string.Join(", ", Effects)}");
}
