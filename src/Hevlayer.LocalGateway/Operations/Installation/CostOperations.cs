namespace Hevlayer.Local;

/// <summary>What the requests to this gateway would cost at its simulated prices.</summary>
internal sealed class CostOperations(CostReport report)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("getCostSnapshot", call => GatewayResponse.Json(report.Snapshot(CostSpan.Window(call.Query.Text("window")))));
        handlers.Add("getCostTimeseries", call => GatewayResponse.Json(report.Timeseries(CostSpan.Window(call.Query.Text("window")), CostSpan.Step(call.Query.Text("step")))));
        handlers.Add("getCostRateCard", _ => GatewayResponse.Json(report.RateCard()));
    }
}
