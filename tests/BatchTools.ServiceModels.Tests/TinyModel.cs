namespace BatchTools.ServiceModels.Tests;

/// <summary>A small service with one of everything that is generated.</summary>
internal static class TinyModel
{
    public const string Customizations = """
        { "namespacePart": "Toy", "validationError": "BadToyException", "millisecondTimes": { "Toy": ["boughtAt"] } }
        """;

    public const string Endpoints = """
        {
          "version": "1.0",
          "parameters": {
            "Region": { "type": "string", "required": false },
            "UseFIPS": { "type": "boolean", "required": true, "default": false }
          },
          "rules": [
            {
              "type": "tree",
              "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Region" }] }],
              "rules": [
                {
                  "type": "endpoint",
                  "conditions": [
                    { "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "P" },
                    { "fn": "getAttr", "argv": [{ "ref": "P" }, "supportsFIPS"] }
                  ],
                  "endpoint": { "url": "https://toys.{Region}.{P#dnsSuffix}", "properties": { "authSchemes": [] }, "headers": {} }
                }
              ]
            },
            { "type": "error", "conditions": [], "error": "Missing Region" }
          ]
        }
        """;

    public const string Model = """
        {
          "metadata": { "serviceId": "Toy Box", "apiVersion": "2026-01-01", "endpointPrefix": "toys", "protocol": "rest-json" },
          "operations": {
            "PutToy": {
              "http": { "method": "PUT", "requestUri": "/toys/{toyId}" },
              "input": { "shape": "PutToyInput" }, "output": { "shape": "PutToyOutput" }, "errors": [{ "shape": "BadToyException" }]
            },
            "ListToys": { "http": { "method": "GET", "requestUri": "/toys" }, "input": { "shape": "ListToysRequest" } }
          },
          "shapes": {
            "PutToyInput": {
              "type": "structure", "required": ["toyId", "toy"],
              "members": {
                "toyId": { "shape": "Text", "location": "uri", "locationName": "toyId" },
                "token": { "shape": "Text", "idempotencyToken": true },
                "toy": { "shape": "Toy" }
              }
            },
            "PutToyOutput": { "type": "structure", "members": { "toy": { "shape": "Toy" } } },
            "ListToysRequest": {
              "type": "structure",
              "members": {
                "colours": { "shape": "Colours", "location": "querystring", "locationName": "colour" },
                "kind": { "shape": "Kind", "location": "querystring", "locationName": "kind" }
              }
            },
            "Toy": {
              "type": "structure", "required": ["name"],
              "members": {
                "name": { "shape": "Name" },
                "kind": { "shape": "Kind" },
                "size": { "shape": "Size", "deprecated": true, "deprecatedMessage": "Use \"weight\"." },
                "weight": { "shape": "Weight" },
                "price": { "shape": "Price" },
                "count": { "shape": "Count" },
                "isLoud": { "shape": "Flag" },
                "madeAt": { "shape": "Moment" },
                "boughtAt": { "shape": "Count" },
                "parts": { "shape": "Parts" },
                "boxes": { "shape": "Boxes" },
                "labels": { "shape": "Labels" },
                "partsByName": { "shape": "PartsByName" },
                "kinds": { "shape": "Kinds" },
                "object": { "shape": "Text" }
              }
            },
            "BadToyException": {
              "type": "structure", "exception": true, "error": { "httpStatusCode": 400 },
              "members": { "message": { "shape": "Text" }, "toy": { "shape": "Toy" } }
            },
            "Text": { "type": "string" },
            "Name": { "type": "string", "min": 1, "max": 20, "pattern": "^[a-z\\\\\"]+$" },
            "Kind": { "type": "string", "enum": ["doll", "model-train", "N_TO_N", "2-wheeler"] },
            "Size": { "type": "integer", "min": 1, "max": 9 },
            "Weight": { "type": "float" },
            "Price": { "type": "double" },
            "Count": { "type": "long", "min": 0 },
            "Flag": { "type": "boolean" },
            "Moment": { "type": "timestamp" },
            "Parts": { "type": "list", "member": { "shape": "Toy" }, "max": 5 },
            "Boxes": { "type": "list", "member": { "shape": "Parts" } },
            "Colours": { "type": "list", "member": { "shape": "Text" } },
            "Kinds": { "type": "list", "member": { "shape": "Kind" } },
            "Labels": { "type": "map", "key": { "shape": "Name" }, "value": { "shape": "Text" }, "min": 1 },
            "PartsByName": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Parts" } }
          }
        }
        """;
}
