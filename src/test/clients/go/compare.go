package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/data"
)

// notGivenBack are fields that a manager never shows or sets by itself with each write.
var notGivenBack = map[string]bool{
	"Psk": true, "Password": true, "Children": true, "Revision": true, "LastModifiedTime": true, "LastModifiedUser": true,
}

// decodeAll decodes every polymorphic value within a reply.
func decodeAll(value reflect.Value, at string) error {
	if structure, ok := value.Interface().(*data.StructValue); ok {
		if structure == nil {
			return nil
		}
		read, err := decodeVariant(structure)
		if err != nil {
			return fmt.Errorf("%s: %w", at, err)
		}
		if read == nil {
			return nil
		}
		return decodeAll(reflect.ValueOf(read), at)
	}
	switch value.Kind() {
	case reflect.Pointer:
		if !value.IsNil() {
			return decodeAll(value.Elem(), at)
		}
	case reflect.Slice:
		for i := range value.Len() {
			if err := decodeAll(value.Index(i), fmt.Sprintf("%s[%d]", at, i)); err != nil {
				return err
			}
		}
	case reflect.Struct:
		for i := range value.NumField() {
			if value.Type().Field(i).IsExported() {
				if err := decodeAll(value.Field(i), at+"."+value.Type().Field(i).Name); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// compare checks that what was sent came back; a field that was not sent may be anything.
func compare(sent, got any) error {
	if differences := differences(reflect.ValueOf(sent), reflect.ValueOf(got), ""); len(differences) > 0 {
		return fmt.Errorf("%s", strings.Join(differences, "; "))
	}
	return nil
}

func differences(sent, got reflect.Value, at string) []string {
	if structure, ok := sent.Interface().(*data.StructValue); ok {
		return variantDifferences(structure, got, at)
	}
	switch sent.Kind() {
	case reflect.Pointer:
		if sent.IsNil() {
			return nil
		}
		if got.IsNil() {
			return []string{at + " is missing"}
		}
		return differences(sent.Elem(), got.Elem(), at)
	case reflect.Slice:
		return listDifferences(sent, got, at)
	case reflect.Struct:
		var found []string
		for i := range sent.NumField() {
			field := sent.Type().Field(i)
			if field.IsExported() && !notGivenBack[field.Name] {
				found = append(found, differences(sent.Field(i), got.Field(i), at+"."+field.Name)...)
			}
		}
		return found
	case reflect.String:
		if sent.Len() == 0 { // a discriminator that variant fills in
			return nil
		}
	}
	if !reflect.DeepEqual(sent.Interface(), got.Interface()) {
		return []string{fmt.Sprintf("%s is %v instead of %v", at, got, sent)}
	}
	return nil
}

func listDifferences(sent, got reflect.Value, at string) []string {
	if sent.IsNil() || sent.Len() == 0 && got.Len() == 0 {
		return nil
	}
	if sent.Len() != got.Len() {
		return []string{fmt.Sprintf("%s has %d elements instead of %d", at, got.Len(), sent.Len())}
	}
	var found []string
	for i := range sent.Len() {
		found = append(found, differences(sent.Index(i), got.Index(i), fmt.Sprintf("%s[%d]", at, i))...)
	}
	return found
}

func variantDifferences(sent *data.StructValue, got reflect.Value, at string) []string {
	if sent == nil {
		return nil
	}
	gotStructure, _ := got.Interface().(*data.StructValue)
	if gotStructure == nil {
		return []string{at + " is missing"}
	}
	sentValue, err := decodeVariant(sent)
	if err != nil {
		return []string{at + ": " + err.Error()}
	}
	gotValue, err := decodeVariant(gotStructure)
	if err != nil {
		return []string{at + ": " + err.Error()}
	}
	if reflect.TypeOf(sentValue) != reflect.TypeOf(gotValue) {
		return []string{fmt.Sprintf("%s is a %T instead of a %T", at, gotValue, sentValue)}
	}
	return differences(reflect.ValueOf(sentValue), reflect.ValueOf(gotValue), at)
}
