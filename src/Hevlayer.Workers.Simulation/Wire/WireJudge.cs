using System.Text.Json;
using Hevlayer.Local;

namespace Hevlayer.Workers.Simulation;

/// <summary>
/// Looks at each attempt that a worker's client makes: no write begins under a lease that is over, not even after a pause of
/// the client's own, and what is on the wire has the guards that the gateway needs.
/// </summary>
internal sealed class WireJudge(ClaimTerms terms, SimulatedConnection connection, Action<string> objection)
{
    public void Look(GatewayRequest request)
    {
        if (WireCalls.DocumentOfPut(request) is { } document)
        {
            connection.ObjectIfLost(document, "put content again");
        }
        else if (request.Method == "POST")
        {
            using var body = JsonDocument.Parse(request.Body);
            Look(request, body.RootElement);
        }
    }

    private void Look(GatewayRequest request, JsonElement body)
    {
        if (WireCalls.IsRowWrite(request))
        {
            foreach (var id in WireRefusals.DocumentsOf(body))
            {
                connection.ObjectIfLost(id, "attempted to write rows");
            }
        }
        else if (WireCalls.IsClaim(request))
        {
            ObjectUnless(body.GetProperty("lease_seconds").GetInt64() == (long)terms.Lease.TotalSeconds, "claims with another lease than its own");
            ObjectUnless(body.GetProperty("claim_stage").GetString() == terms.ClaimStage.Value, "claims into another stage than its own");
        }
        else if (WireCalls.IsHeartbeat(request))
        {
            ObjectUnless(body.GetProperty("stage").GetString() == terms.ClaimStage.Value, "renews in another stage than its own");
            ObjectUnless(body.TryGetProperty("worker_id", out _), "renews for nobody");
        }
        else if (WireCalls.IsMove(request))
        {
            LookAtMove(body);
        }
    }

    // Without a holder it is a look, or puts a document back; that is guarded by the stage alone.
    private void LookAtMove(JsonElement body)
    {
        ObjectUnless(body.TryGetProperty("from_stage", out var from), "moves documents from any stage");
        var hasHolder = body.TryGetProperty("worker_id", out var holder);
        ObjectUnless(hasHolder || from.GetString() != terms.ClaimStage.Value, "ends the hold of anybody");
        if (hasHolder && Grants.WorkerOf(holder.GetString()!) == terms.WorkerId)
        {
            var ids = body.GetProperty("document_ids").EnumerateArray().Select(static id => id.GetString()!).ToList();
            var isRelease = body.GetProperty("stage").GetString() == terms.Stage.Value;
            if (isRelease && ids.Exists(connection.KnowsItHolds))
            {
                return;
            }

            foreach (var id in ids.Where(id => !connection.HasClaimedAnew(id, holder.GetString()!)))
            {
                connection.ObjectIfLost(id, "attempted to end its hold");
            }
        }
    }

    private void ObjectUnless(bool holds, string what)
    {
        if (!holds)
        {
            objection($"{terms.WorkerId} {what}");
        }
    }
}
