namespace Hevlayer.Wire.Tests.Rows;

internal static partial class WireRows
{
    private static Dictionary<string, WireRow> FunctionItems => new()
    {
        ["claimUdfItems"] = new(
            static (api, token) => api.ClaimUdfItemsAsync(Tricky.Id, new() { WorkerId = "worker", Limit = 0, LeaseSeconds = 0 }, cancellationToken: token),
            new($"POST /v2/udfs/{Tricky.IdInUrl}/claim", """{"worker_id":"worker","limit":0,"lease_seconds":0}"""),
            new("POST /v2/udfs/udf_id/claim", """{"worker_id":"worker_id"}""")),
        ["completeUdfItems"] = new(
            static (api, token) => api.CompleteUdfItemsAsync(
                Tricky.Id,
                new()
                {
                    WorkerId = "worker",
                    Items =
                    [
                        new()
                        {
                            Namespace = Tricky.Namespace,
                            Id = Tricky.Id,
                            Vector = new float[] { 0.1f, 0f, 1e-20f },
                            Vectors = [new float[] { 1f, 2f }, new float[] { -3.5f }],
                            Attributes = new() { ["text"] = "é\n", ["flag"] = false, ["none"] = AttributeValue.Null, ["count"] = 0 },
                        },
                        new() { Namespace = "products", Id = "2", Attributes = [] },
                    ],
                },
                cancellationToken: token),
            new(
                $"POST /v2/udfs/{Tricky.IdInUrl}/items/complete",
                """
                {"worker_id":"worker","items":[
                  {"namespace":"../ns a/b#c?d%2Fe:f+g&h=i,é漢🙂","id":"id/1#2?3%4:5+6 ü","vector":[0.1,0,9.9999997e-21],"vectors":[[1,2],[-3.5]],
                   "attributes":{"text":"é\n","flag":false,"none":null,"count":0}},
                  {"namespace":"products","id":"2","attributes":{}}]}
                """),
            new("POST /v2/udfs/udf_id/items/complete", """{"worker_id":"worker_id","items":[{"namespace":"namespace","id":"id"}]}""")),
        ["discoverUdf"] = new(
            static (api, token) => api.DiscoverUdfAsync(Tricky.Id, new() { Namespaces = [Tricky.Namespace], PageSize = 10_000 }, cancellationToken: token),
            new($"POST /v2/udfs/{Tricky.IdInUrl}/discover", """{"namespaces":["../ns a/b#c?d%2Fe:f+g&h=i,é漢🙂"],"page_size":10000}"""),
            new("POST /v2/udfs/udf_id/discover", "{}")),
        ["failUdfItems"] = new(
            static (api, token) => api.FailUdfItemsAsync(
                Tricky.Id,
                new()
                {
                    WorkerId = "worker",
                    Items =
                    [
                        new() { Namespace = "products", Id = Tricky.Id, Kind = UdfErrorKind.Permanent, Message = Tricky.Text },
                        new() { Namespace = "products", Id = "2", Kind = UdfErrorKind.Transient, Message = "" },
                    ],
                },
                cancellationToken: token),
            new(
                $"POST /v2/udfs/{Tricky.IdInUrl}/items/fail",
                """
                {"worker_id":"worker","items":[
                  {"namespace":"products","id":"id/1#2?3%4:5+6 ü","kind":"permanent","message":"p/#?%:+ &=\"é"},
                  {"namespace":"products","id":"2","kind":"transient","message":""}]}
                """),
            new("POST /v2/udfs/udf_id/items/fail", """{"worker_id":"worker_id","items":[{"namespace":"namespace","id":"id","kind":"transient"}]}""")),
        ["heartbeatUdfItems"] = new(
            static (api, token) => api.HeartbeatUdfItemsAsync(
                Tricky.Id,
                new() { WorkerId = "worker", Items = [new() { Namespace = Tricky.Namespace, Id = Tricky.Id }] },
                cancellationToken: token),
            new(
                $"POST /v2/udfs/{Tricky.IdInUrl}/items/heartbeat",
                """{"worker_id":"worker","items":[{"namespace":"../ns a/b#c?d%2Fe:f+g&h=i,é漢🙂","id":"id/1#2?3%4:5+6 ü"}]}"""),
            new("POST /v2/udfs/udf_id/items/heartbeat", """{"worker_id":"worker_id","items":[{"namespace":"namespace","id":"id"}]}""")),
    };
}
