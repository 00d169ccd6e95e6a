namespace Hevlayer.Generator.Model;

internal sealed record OperationModel(string Id, string Name, string HttpMethod, string Route, string Area)
{
    public required string Summary { get; init; }

    public required string Description { get; init; }

    public required string ReplyDescription { get; init; }

    /// <summary>Fixed query text that selects one form of a shared route; empty for most.</summary>
    public string FixedQuery { get; init; } = string.Empty;

    public required bool IsIdempotent { get; init; }

    /// <summary>A repeat is safe, but only soon after the first attempt.</summary>
    public bool IsRetriedOnlyEarly { get; init; }

    /// <summary>read, write, admin or none.</summary>
    public required string Scope { get; init; }

    public required string Edition { get; init; }

    /// <summary>The same call at turbopuffer itself; null where only the gateway can answer.</summary>
    public string? TurbopufferRoute { get; init; }

    /// <summary>The call changes what turbopuffer stores.</summary>
    public bool WritesToTurbopuffer { get; init; }

    public IReadOnlyList<ParameterModel> Parameters { get; init; } = [];

    public BodyModel? Body { get; init; }

    /// <summary>Null where the reply has no body worth reading.</summary>
    public TypeReference? Reply { get; init; }
}
