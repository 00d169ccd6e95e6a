using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Hevlayer.Sbom;

/// <summary>
/// An SPDX 2.2 document. The same package has the same document: its time is an input, its name follows from what is in it, and
/// everything has its order.
/// </summary>
internal sealed class SpdxDocument(SbomPackage package, List<PackedFile> files, (IReadOnlyList<string> Direct, IReadOnlyList<SbomPackage> All) brought, DateTimeOffset created)
{
    public const string Unknown = "NOASSERTION";

    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n" };

    public string ToJson()
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Form))
        {
            json.WriteStartObject();
            WriteHead(json);
            json.WriteStartArray("packages");
            WritePackage(json, package, described: true);
            foreach (var other in brought.All)
            {
                WritePackage(json, other, described: false);
            }

            json.WriteEndArray();
            WriteFiles(json);
            WriteRelationships(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private void WriteHead(Utf8JsonWriter json)
    {
        var content = string.Join('\n', files.Select(static file => $"{file.Sha256}  {file.Path}").Concat(brought.All.Select(static other => other.Url)));
        var unique = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..32];
        json.WriteString("spdxVersion", "SPDX-2.2");
        json.WriteString("dataLicense", "CC0-1.0");
        json.WriteString("SPDXID", "SPDXRef-DOCUMENT");
        json.WriteString("name", $"{package.Id} {package.Version}");
        json.WriteString("documentNamespace", $"https://spdx.org/spdxdocs/{package.Id}-{package.Version}-{unique}");
        json.WriteStartObject("creationInfo");
        json.WriteString("created", created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteStartArray("creators");
        json.WriteStringValue($"Organization: {package.Supplier}");
        json.WriteStringValue("Tool: Hevlayer.Sbom-1.0");
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartArray("documentDescribes");
        json.WriteStringValue(package.SpdxId);
        json.WriteEndArray();
    }

    private void WritePackage(Utf8JsonWriter json, SbomPackage written, bool described)
    {
        json.WriteStartObject();
        json.WriteString("name", written.Id);
        json.WriteString("SPDXID", written.SpdxId);
        json.WriteString("versionInfo", written.Version);
        json.WriteString("supplier", written.Supplier is Unknown ? Unknown : $"Organization: {written.Supplier}");
        json.WriteString("downloadLocation", Unknown);
        json.WriteBoolean("filesAnalyzed", described);
        json.WriteString("licenseConcluded", Unknown);
        json.WriteString("licenseDeclared", written.Licence);
        json.WriteString("copyrightText", Unknown);
        json.WriteStartArray("externalRefs");
        json.WriteStartObject();
        json.WriteString("referenceCategory", "PACKAGE-MANAGER");
        json.WriteString("referenceType", "purl");
        json.WriteString("referenceLocator", written.Url);
        json.WriteEndObject();
        json.WriteEndArray();
        if (described)
        {
            json.WriteStartObject("packageVerificationCode");
            json.WriteString("packageVerificationCodeValue", VerificationCode());
            json.WriteEndObject();
            json.WriteStartArray("licenseInfoFromFiles");
            json.WriteStringValue(Unknown);
            json.WriteEndArray();
            json.WriteStartArray("hasFiles");
            files.ForEach(file => json.WriteStringValue(file.SpdxId));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // As SPDX says: the hash over the files' hashes, in order, without anything between them.
    private string VerificationCode()
    {
        var hashes = string.Concat(files.Select(static file => file.Sha1).Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // The code is defined so.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.ASCII.GetBytes(hashes)));
#pragma warning restore CA5350
    }

    private void WriteFiles(Utf8JsonWriter json)
    {
        json.WriteStartArray("files");
        foreach (var file in files)
        {
            json.WriteStartObject();
            json.WriteString("fileName", "./" + file.Path);
            json.WriteString("SPDXID", file.SpdxId);
            json.WriteStartArray("checksums");
            WriteChecksum(json, "SHA1", file.Sha1);
            WriteChecksum(json, "SHA256", file.Sha256);
            json.WriteEndArray();
            json.WriteString("licenseConcluded", Unknown);
            json.WriteStartArray("licenseInfoInFiles");
            json.WriteStringValue(Unknown);
            json.WriteEndArray();
            json.WriteString("copyrightText", Unknown);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteChecksum(Utf8JsonWriter json, string algorithm, string value)
    {
        json.WriteStartObject();
        json.WriteString("algorithm", algorithm);
        json.WriteString("checksumValue", value);
        json.WriteEndObject();
    }

    private void WriteRelationships(Utf8JsonWriter json)
    {
        var ids = brought.All.ToDictionary(static other => other.Id, static other => other.SpdxId, StringComparer.Ordinal);
        json.WriteStartArray("relationships");
        WriteRelationship(json, "SPDXRef-DOCUMENT", "DESCRIBES", package.SpdxId);
        foreach (var id in brought.Direct)
        {
            WriteRelationship(json, package.SpdxId, "DEPENDS_ON", ids[id]);
        }

        foreach (var other in brought.All)
        {
            foreach (var id in other.Dependencies)
            {
                WriteRelationship(json, other.SpdxId, "DEPENDS_ON", ids[id]);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteRelationship(Utf8JsonWriter json, string from, string type, string to)
    {
        json.WriteStartObject();
        json.WriteString("spdxElementId", from);
        json.WriteString("relationshipType", type);
        json.WriteString("relatedSpdxElement", to);
        json.WriteEndObject();
    }
}
