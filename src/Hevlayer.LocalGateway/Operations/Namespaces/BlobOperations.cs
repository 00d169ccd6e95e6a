using System.Net;

namespace Hevlayer.Local;

/// <summary>Blobs beside the rows of a namespace.</summary>
internal sealed class BlobOperations(BlobStore blobs)
{
    public void AddTo(Dictionary<string, OperationHandler> handlers)
    {
        handlers.Add("putBlob", Put);
        handlers.Add("getBlob", Get);
    }

    private GatewayResponse Put(GatewayCall call)
    {
        call.Query.Boolean("warm");
        if (call.RawBody.IsEmpty)
        {
            throw GatewayFault.Invalid("a blob must not be empty");
        }

        if (call.RawBody.Length > GatewayLimits.PutBlob.MaxBytes)
        {
            throw GatewayFault.TooLarge($"a blob may have {GatewayLimits.PutBlob.MaxBytes} bytes, not {call.RawBody.Length}");
        }

        var reference = blobs.Put(call.Namespace, call.RawBody.Span);
        return GatewayResponse.Json(new BlobPutResponse { Ref = reference.ToString(), Sha256 = reference.Sha, Size = call.RawBody.Length });
    }

    private GatewayResponse Get(GatewayCall call)
    {
        var sha = call.Value("sha256");
        if (!BlobReference.IsSha(sha))
        {
            throw GatewayFault.Invalid($"'{sha}' is not a SHA-256 hash of 64 hexadecimal digits");
        }

        var reference = new BlobReference(call.Namespace, sha.ToLowerInvariant());
        var bytes = blobs.Find(reference) ?? throw GatewayFault.NotFound($"blob '{reference}' not found");
        return new GatewayResponse(HttpStatusCode.OK, bytes, BlobTypes.Of(bytes))
            .With("ETag", $"\"{reference.Sha}\"")
            .With("Cache-Control", "public, max-age=31536000, immutable");
    }
}
