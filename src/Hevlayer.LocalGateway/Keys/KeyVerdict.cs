namespace Hevlayer.Local;

/// <summary>Whether a call may pass: its refusal, or what its key reaches.</summary>
internal readonly record struct KeyVerdict(GatewayResponse? Refusal, KeyGrant Grant)
{
    public static KeyVerdict Pass(KeyGrant grant) => new(null, grant);

    public static KeyVerdict Refuse(GatewayResponse refusal) => new(refusal, KeyGrant.Everything);
}
