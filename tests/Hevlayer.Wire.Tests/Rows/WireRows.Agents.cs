namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> Agents => new()
    {
        ["queryAgent"] = new(
            static (api, token) => api.QueryAgentAsync(
                Tricky.Id,
                new() { Query = Tricky.Text, Vector = new float[] { 0.5f, -1.25f }, TopK = 0 },
                cancellationToken: token),
            new($"POST /v2/agents/{Tricky.IdInUrl}/query", """{"query":"p/#?%:+ &=\"é","vector":[0.5,-1.25],"top_k":0}"""),
            new("POST /v2/agents/name/query", """{"query":"query"}""")),
    };
}
