using System.Globalization;
using System.Net;

namespace Hevlayer.Local;

/// <summary>Bulk imports. Their rows are there when the reply comes.</summary>
internal sealed class ImportOperations(NamespaceRegistry namespaces)
{
    private long _last;

    public void AddTo(Dictionary<string, OperationHandler> handlers) => handlers.Add("importNamespace", Import);

    private GatewayResponse Import(GatewayCall call)
    {
        var rows = ArrowImport.Read(call.RawBody);
        namespaces.Open(call.Namespace).Write(new NamespaceWrite { Upserts = rows });
        return GatewayResponse.Json(
            new ImportOperation
            {
                OperationId = string.Create(CultureInfo.InvariantCulture, $"import-{Interlocked.Increment(ref _last)}"),
                Kind = "import",
                Namespace = call.Namespace,
                Status = "accepted",
            },
            HttpStatusCode.Accepted);
    }
}
